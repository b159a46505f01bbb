import { PageLink } from "#app/_components/page-link.tsx";
import type { SiteCost } from "#prisma/queries/operating/find-costly-sites.ts";
import type { FailingSite } from "#prisma/queries/operating/find-failing-sites.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { duration } from "#worker/core/view/moments.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";

/** Lists sites with the number of days for which they could not be read, and the reason. */
export function FailingSites({ sites }: { sites: FailingSite[] }) {
  if (sites.length === 0) return <p className="text-muted">Every active site could be read.</p>;
  return (
    <ul className="divide-y divide-line">
      {sites.map((site) => (
        <li key={site.id} className="py-3 first:pt-0 last:pb-0">
          <div className="flex flex-wrap justify-between gap-x-4">
            <SiteLink site={{ ...site, siteId: site.id }} />
            <span className="text-sm text-muted">{plural(site.failedDays, "day")}</span>
          </div>
          <p className="text-sm break-words text-muted">{site.reason ?? "The site did not answer."}</p>
        </li>
      ))}
    </ul>
  );
}

/** Lists sites with what their crawls took. */
export function SiteCosts({ sites, caption }: { sites: SiteCost[]; caption: string }) {
  if (sites.length === 0) return <p className="text-muted">No crawl was measured in the last seven days.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on phones, also by keyboard
    <section aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      <table className="w-full text-left">
        <thead className="text-sm text-muted">
          <tr>
            <th scope="col" className="py-1.5 pr-4 font-normal">
              Site
            </th>
            {["Mean time", "Crawls", "Processor", "Requests"].map((name) => (
              <th key={name} scope="col" className="py-1.5 pl-4 text-right font-normal whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line tabular-nums">
          {sites.map((site) => (
            <tr key={site.siteId}>
              <th scope="row" className="max-w-64 min-w-36 py-2 pr-4 font-normal">
                <SiteLink site={site} />
              </th>
              <td className="py-2 pl-4 text-right whitespace-nowrap">{duration(site.meanMs)}</td>
              <td className="py-2 pl-4 text-right">{formatCount(site.crawls)}</td>
              <td className="py-2 pl-4 text-right whitespace-nowrap">{site.cpuMs === null ? "–" : duration(site.cpuMs)}</td>
              <td className="py-2 pl-4 text-right">{site.requests === null ? "–" : formatCount(site.requests)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SiteLink({ site }: { site: { siteId: string; teamId: string; name: string; startUrl: string } }) {
  return (
    <span className="block min-w-0">
      <PageLink href={`/operator/teams/${site.teamId}#site-${site.siteId}`} className="text-link break-words">
        {site.name}
      </PageLink>
      <span className="block truncate text-sm text-muted">{shownAddress(site.startUrl)}</span>
    </span>
  );
}
