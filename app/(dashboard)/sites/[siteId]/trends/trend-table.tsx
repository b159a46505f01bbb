import { LocalTime } from "#app/_components/local-time.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { TrendPoint } from "#prisma/queries/figures/find-trend.ts";
import { CHECK_KINDS, type CheckId } from "#worker/core/checks/check-kinds.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import { qualityOf } from "#worker/core/view/quality/quality-score.ts";
import { formatRate } from "#worker/core/view/quality/quality-words.ts";

type TrendTableProps = { siteId: string; points: TrendPoint[]; checks: readonly CheckId[] };

/** The figures behind the charts, newest first, in a table that opens. */
export function TrendTable({ siteId, points, checks }: TrendTableProps) {
  return (
    <details className="mt-6">
      <summary className="w-fit py-2 text-link">Show the figures as a table</summary>
      <section
        aria-label="Table of figures"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it sideways on narrow screens
        tabIndex={0}
        className="mt-2 overflow-x-auto rounded-card border border-line bg-surface"
      >
        <table className="w-full min-w-3xl text-sm [overflow-wrap:normal] tabular-nums">
          <caption className="sr-only">Figures of each crawl, newest first</caption>
          <thead className="text-left text-muted">
            <tr className="border-b border-line">
              <Head>Crawl</Head>
              <Head>Score</Head>
              <Head>Words</Head>
              <Head>Mistakes per 1,000 words</Head>
              <Head>Links</Head>
              <Head>Broken per 100 links</Head>
              {checks.map((check) => (
                <Head key={check}>{CHECK_KINDS[check].heading}</Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map((point) => (
              <Row key={point.crawlId} siteId={siteId} point={point} checks={checks} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function Row({ siteId, point, checks }: { siteId: string; point: TrendPoint; checks: readonly CheckId[] }) {
  const { figures, open } = point;
  const quality = figures && qualityOf(figures);
  return (
    <tr className="border-b border-line last:border-b-0">
      <th scope="row" className="px-3 py-2 text-left font-normal whitespace-nowrap">
        <PageLink href={`/sites/${siteId}/crawls/${point.crawlId}`} className="text-link">
          <LocalTime at={point.at} />
        </PageLink>
      </th>
      {figures && open ? (
        <>
          <Cell>{quality ? quality.score : "–"}</Cell>
          <Cell>{formatCount(figures.words)}</Cell>
          <Cell>{quality ? formatRate(quality.mistakesPerThousand) : "–"}</Cell>
          <Cell>{formatCount(figures.links)}</Cell>
          <Cell>{quality ? formatRate(quality.brokenPerHundred) : "–"}</Cell>
          {checks.map((check) => (
            <Cell key={check}>{formatCount(open[check])}</Cell>
          ))}
        </>
      ) : (
        <td colSpan={5 + checks.length} className="px-3 py-2 text-muted">
          Not measured
        </td>
      )}
    </tr>
  );
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="px-3 py-2 font-medium">
      {children}
    </th>
  );
}

function Cell({ children }: { children: string | number }) {
  return <td className="px-3 py-2">{children}</td>;
}
