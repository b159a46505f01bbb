import Link from "next/link";
import { Badge } from "#app/_components/badge.tsx";
import { Moment } from "#app/_components/moment.tsx";
import type { SiteSummary } from "#prisma/queries/sites/find-sites.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { siteState } from "#worker/core/view/site-state.ts";

/** One site of the list: its state, open issues, and last and next crawl. The whole row is a link. */
export function SiteRow({ site, now }: { site: SiteSummary; now: Date }) {
  const state = siteState({ ...site, lastState: site.last?.state ?? null });
  return (
    <li className="relative grid gap-x-6 gap-y-1 px-4 py-4 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_8rem_11rem] sm:px-5">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h2 className="font-semibold">
            <Link href={`/sites/${site.id}`} className="after:absolute after:inset-0">
              {site.name}
            </Link>
          </h2>
          <Badge tone={state.tone}>{state.words}</Badge>
        </div>
        <p className="text-sm text-muted">{shownAddress(site.startUrl)}</p>
      </div>
      <p className="flex items-baseline gap-1.5 sm:flex-col sm:gap-0">
        <OpenCount site={site} />
      </p>
      <p className="text-sm text-muted">
        {site.last ? (
          <>
            Crawled <Moment at={site.last.at} now={now} timeZone={site.timeZone} />
          </>
        ) : (
          "Not crawled yet"
        )}
        {!site.pausedBy && (
          <span className="block">
            Next <Moment at={site.nextCrawlAt} now={now} timeZone={site.timeZone} />
          </span>
        )}
      </p>
    </li>
  );
}

function OpenCount({ site }: { site: SiteSummary }) {
  if (site.last?.state !== "finished" && site.openIssues === 0) return <span className="text-muted">–</span>;
  return (
    <>
      <span className="text-lg font-semibold tabular-nums">{formatCount(site.openIssues)}</span>
      <span className="text-sm text-muted">
        {site.openIssues === 0 ? "nothing to fix" : "to fix"}
        <span className="sr-only">: {plural(site.openIssues, "open issue")}</span>
      </span>
    </>
  );
}
