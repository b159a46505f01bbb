import { PageLink } from "#app/_components/page-link.tsx";
import type { DayChange } from "#prisma/queries/figures/find-today.ts";
import { plural } from "#worker/core/text/plural.ts";
import { changesInWords } from "#worker/core/view/crawls/crawl-words.ts";

const MOST_SHOWN = 5;

type TodayCardProps = { changes: DayChange[] /** Sites with a successful crawl in the last day. */; crawled: number };

/** Sums up the changes of the last 24 hours on all sites, with a link to each crawl that found some. */
export function TodayCard({ changes, crawled }: TodayCardProps) {
  if (changes.length === 0 && crawled === 0) return null;
  const all = changes.reduce((sum, { opened, fixed }) => ({ opened: sum.opened + opened, fixed: sum.fixed + fixed }), {
    opened: 0,
    fixed: 0,
  });
  const biggest = [...changes].sort((a, b) => b.opened + b.fixed - a.opened - a.fixed).slice(0, MOST_SHOWN);
  return (
    <section aria-labelledby="today" className="mb-6 rounded-card border border-line bg-surface px-4 py-3.5 sm:px-5">
      <h2 id="today" className="font-semibold">
        Since yesterday: {changesInWords(all)}
      </h2>
      {changes.length === 0 ? (
        <p className="text-sm text-muted">We crawled {plural(crawled, "site")} and found nothing new.</p>
      ) : (
        <ul className="mt-1 flex flex-col gap-x-6 sm:flex-row sm:flex-wrap">
          {biggest.map(({ siteId, crawlId, name, opened, fixed }) => (
            <li key={siteId} className="py-0.5 text-sm">
              <PageLink href={`/sites/${siteId}/crawls/${crawlId}`} className="text-link">
                {name}
              </PageLink>
              : {changesInWords({ opened, fixed })}
            </li>
          ))}
          {changes.length > MOST_SHOWN && (
            <li className="py-0.5 text-sm text-muted">and {plural(changes.length - MOST_SHOWN, "more site")}</li>
          )}
        </ul>
      )}
    </section>
  );
}
