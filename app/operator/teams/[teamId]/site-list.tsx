import { Badge } from "#app/_components/badge.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { WebLink } from "#app/_components/web-link.tsx";
import type { OperatorTeam } from "#prisma/queries/operating/find-team-for-operator.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { duration } from "#worker/core/view/moments.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { HoldForm } from "./hold-form.tsx";

type Site = OperatorTeam["sites"][number];

/** Lists the sites of a team with their state in counts, and lets an operator pause and resume each. */
export function SiteList({ teamId, sites, total }: { teamId: string; sites: Site[]; total: number }) {
  if (sites.length === 0) return <p className="text-muted">The team has no sites.</p>;
  return (
    <>
      <ul className="divide-y divide-line">
        {sites.map((site) => (
          <li key={site.id} id={`site-${site.id}`} className="flex scroll-mt-4 flex-col gap-1 py-4 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className="min-w-0 font-medium break-words">{site.name}</h3>
              <SiteBadge site={site} />
            </div>
            <p className="min-w-0 break-words">
              <WebLink href={site.startUrl} className="text-sm text-muted hover:underline">
                {shownAddress(site.startUrl)}
              </WebLink>
            </p>
            <p className="text-sm text-muted">{countWords(site)}</p>
            <LastCrawl last={site.last} />
            {site.heldAt && (
              <p className="text-sm">
                Paused by an operator since <LocalTime at={site.heldAt} />. Reason: {site.heldReason}
              </p>
            )}
            <details className="mt-1">
              <summary className="cursor-pointer py-1 text-sm text-link">
                {site.heldAt ? "Resume" : "Pause"} this site …
              </summary>
              <div className="mt-2">
                <HoldForm teamId={teamId} siteId={site.id} name={site.name} isHeld={site.heldAt !== null} />
              </div>
            </details>
          </li>
        ))}
      </ul>
      {total > sites.length && <p className="mt-3 text-sm text-muted">And {plural(total - sites.length, "more site")}.</p>}
    </>
  );
}

function SiteBadge({ site }: { site: Site }) {
  if (site.heldAt) return <Badge tone="warning">Paused by an operator</Badge>;
  if (site.pausedBy) return <Badge>Paused by {site.pausedBy === "plan" ? "the plan" : "the team"}</Badge>;
  if (site.failedDays > 0) return <Badge tone="danger">Not readable for {plural(site.failedDays, "day")}</Badge>;
  return <Badge tone="success">Active</Badge>;
}

function countWords({ counts, cost, provenAt }: Site): string {
  const size = `${plural(counts.pages, "page")}, ${plural(counts.issues, "open issue")}, ${plural(counts.recipients, "recipient")}`;
  const verified = provenAt ? "verified" : "not verified";
  if (!cost) return `${size}; ${verified}.`;
  const measured =
    cost.cpuMs === null ? "" : `, ${duration(cost.cpuMs)} of processor time, ${formatCount(cost.requests ?? 0)} requests`;
  return `${size}; ${verified}. ${plural(cost.crawls, "crawl")}, ${duration(cost.meanMs)} each${measured}.`;
}

function LastCrawl({ last }: { last: Site["last"] }) {
  if (!last) return <p className="text-sm text-muted">Never crawled.</p>;
  return (
    <p className="text-sm break-words text-muted">
      Last crawl {last.state}, <LocalTime at={last.finishedAt ?? last.queuedAt} />. {last.failureMessage}
    </p>
  );
}
