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
      tone={troubling?.length ? "warning" : "info"}
      title="What we did not check"
      action={
        <PageLink href={`/sites/${crawl.siteId}/crawls/${crawl.id}#not-checked`} className="text-link">
          See which pages and all reasons
        </PageLink>
      }
    >
      <ul className="list-disc pl-4">
        {shown.map(({ code, message }) => (
          <li key={code}>{message}</li>
        ))}
        {rest > 0 && <li>and {plural(rest, "more reason")}.</li>}
      </ul>
    </Banner>
  );
}

function isTroubling({ code }: StoredNotChecked): boolean {
  return TROUBLING_CODES.includes(code);
}
