import clsx from "clsx";
import { TriangleAlert } from "lucide-react";
import { Badge } from "#app/_components/badge.tsx";
import { Moment } from "#app/_components/moment.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { SiteSummary } from "#prisma/queries/sites/find-sites.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { openInWords, totalOpen, weekInWords } from "#worker/core/view/quality/open-words.ts";
import { qualityOf } from "#worker/core/view/quality/quality-score.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { siteState } from "#worker/core/view/sites/site-state.ts";
import type { SiteTrouble } from "#worker/core/view/sites/site-troubles.ts";

const TONES = { danger: "text-danger", warning: "text-warning", neutral: "text-muted" } as const;

type SiteRowProps = { site: SiteSummary & { troubles: SiteTrouble[] }; now: Date };

/** One site of the list: its state, troubles, open issues, score, and last and next crawl. The whole row is a link. */
export function SiteRow({ site, now }: SiteRowProps) {
  const state = siteState({ ...site, lastState: site.last?.state ?? null });
  return (
    <li className="relative grid gap-x-6 gap-y-2 px-4 py-4 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_13rem_9.5rem] sm:px-5">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h2 className="font-semibold">
            <PageLink href={`/sites/${site.id}`} className="after:absolute after:inset-0">
              {site.name}
            </PageLink>
          </h2>
          <Badge tone={state.tone}>{state.words}</Badge>
        </div>
        <p className="line-clamp-2 text-sm text-muted">{shownAddress(site.startUrl)}</p>
        {site.troubles.map(({ words, tone }) => (
          <p key={words} className={clsx("mt-1 flex gap-1.5 text-sm", TONES[tone])}>
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span className="line-clamp-3">{words}</span>
          </p>
        ))}
      </div>
      <Open site={site} />
      <div className="text-sm text-muted">
        <Score site={site} />
        {site.last ? (
          <p>
            Crawled <Moment at={site.last.at} now={now} timeZone={site.timeZone} />
          </p>
        ) : (
          <p>Not crawled yet</p>
        )}
        {!site.pausedBy && !site.heldAt && (
          <p>
            Next <Moment at={site.nextCrawlAt} now={now} timeZone={site.timeZone} />
          </p>
        )}
      </div>
    </li>
  );
}

function Open({ site }: { site: SiteSummary }) {
  const all = totalOpen(site.open);
  if (site.last?.state !== "finished" && all === 0) return <p className="text-sm text-muted">No report yet</p>;
  const change = weekInWords(all, site.openWeekAgo);
  return (
    <div className="text-sm text-muted">
      <p className="text-ink">
        <span className="text-lg font-semibold tabular-nums">{formatCount(all)}</span>{" "}
        {all === 1 ? "open issue" : "open issues"}
      </p>
      {all > 0 && <p>{openInWords(site.open)}</p>}
      {change && <p>{change}</p>}
    </div>
  );
}

function Score({ site }: { site: SiteSummary }) {
  const quality = site.figures && qualityOf(site.figures);
  if (!quality) return null;
  return (
    <p>
      Quality <span className="font-semibold text-ink tabular-nums">{quality.score}</span> of 100
      <span className="sr-only">, {plural(site.figures?.words ?? 0, "word")} checked</span>
    </p>
  );
}
