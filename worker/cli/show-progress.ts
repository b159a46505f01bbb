import type { CrawlProgress } from "#worker/core/crawl/crawl-memory.ts";
import { plural } from "#worker/core/text/plural.ts";

const LINE_EVERY_MS = 5_000;

/** Says on a stream how far a crawl got: one line that changes on a terminal, a new line now and then elsewhere. */
export function showProgress(stream: NodeJS.WriteStream): { report(progress: CrawlProgress): void; end(): void } {
  let saidAt = Number.NEGATIVE_INFINITY;
  return {
    report: (progress) => {
      if (stream.isTTY) stream.write(`\r\x1b[K${inWords(progress)}`);
      else if (performance.now() - saidAt >= LINE_EVERY_MS) {
        saidAt = performance.now();
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
