import type { CrawlPorts } from "#worker/crawl/crawl-ports.ts";
import { pageSeconds } from "#worker/telemetry/worker-metrics.ts";

type Measured = Pick<CrawlPorts, "fetchPage" | "renderPage" | "extractPage" | "checks">;

/** Returns the ports of a Crawl with a clock on each step of reading a page. What waits for a host's pace counts, too. */
export function measurePorts<Ports extends Measured>(ports: Ports): Ports {
  const { fetchPage, renderPage, extractPage, checks } = ports;
  return {
    ...ports,
    fetchPage: (url, options) => time("fetch", () => fetchPage(url, options)),
    renderPage: renderPage && ((url, options) => time("render", () => renderPage(url, options))),
    ...(extractPage ? { extractPage: (html, options) => time("extract", () => extractPage(html, options)) } : {}),
    checks: { ...checks, checkBlocks: (blocks, options) => time("check", () => checks.checkBlocks(blocks, options)) },
  };
}

async function time<T>(step: "fetch" | "render" | "extract" | "check", work: () => Promise<T>): Promise<T> {
  const end = pageSeconds.startTimer({ step });
  return work().finally(end);
}
