import { Banner } from "#app/_components/banner.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { CrawlView, StoredNotChecked } from "#prisma/queries/crawls/crawl-view.ts";
import { plural } from "#worker/core/text/plural.ts";
import { TROUBLING_CODES } from "#worker/core/view/sites/site-troubles.ts";

/** The rest is on the page of the crawl. */
const MOST_SHOWN = 3;

/** Says what the last crawl did not check and why; first the parts that an owner may want to change. Nothing if it checked all. */
export function NotChecked({ crawl }: { crawl: CrawlView }) {
  if (crawl.notChecked.length === 0) return null;
  const [troubling, usual] = [true, false].map((wanted) => crawl.notChecked.filter((part) => isTroubling(part) === wanted));
  const parts = [...(troubling ?? []), ...(usual ?? [])];
  const shown = parts.slice(0, MOST_SHOWN);
  const rest = parts.length - shown.length;
  return (
    <Banner
      compact
      tone={troubling?.length ? "warning" : "info"}
      title="Not checked:"
      action={
        <PageLink href={`/sites/${crawl.siteId}/crawls/${crawl.id}#not-checked`} className="text-link">
          See pages and reasons
        </PageLink>
      }
    >
      {shown.map(({ message }) => message).join(" ")}
      {rest > 0 && ` And ${plural(rest, "more reason")}.`}
    </Banner>
  );
}

function isTroubling({ code }: StoredNotChecked): boolean {
  return TROUBLING_CODES.includes(code);
}
