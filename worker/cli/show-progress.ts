import type { CrawlProgress } from "#worker/core/crawl/crawl-memory.ts";
import { plural } from "#worker/core/text/plural.ts";

const LINE_EVERY_MS = 5_000;

/** Shows a crawl's progress on a stream: on a terminal one line that changes, elsewhere a new line every five seconds. */
export function showProgress(stream: NodeJS.WriteStream): { report(progress: CrawlProgress): void; end(): void } {
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    report: (progress) => {
      if (stream.isTTY) stream.write(`\r\x1b[K${inWords(progress)}`);
      else if (performance.now() - shownAt >= LINE_EVERY_MS) {
        shownAt = performance.now();
        stream.write(`${inWords(progress)}\n`);
      }
    },
    end: () => {
      if (stream.isTTY) stream.write("\r\x1b[K");
    },
  };
}

function inWords({ pagesDone, pagesFound, findings, linksChecked, linksFound }: CrawlProgress): string {
  const links = linksFound > 0 ? `, ${linksChecked} of ${plural(linksFound, "link")}` : "";
  return `${pagesDone} of ${plural(pagesFound, "page")} read${links}, ${plural(findings, "issue")} so far`;
}
