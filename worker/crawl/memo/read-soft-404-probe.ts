import type { Robots } from "#worker/core/crawl/robots.ts";
import type { Rendered } from "#worker/core/crawl/visit.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import type { PageContent } from "#worker/core/page/page-content.ts";
import type { CrawlPorts } from "../crawl-ports.ts";

export type ProbeWorld = {
  ports: Pick<CrawlPorts, "fetchPage" | "renderPage" | "extractPage" | "onFault">;
  robotsOf(url: string): Promise<Robots>;
  signal: AbortSignal;
};

/** Reads what a server shows for an address that does not exist. Null: it answers with an error status, or robots.txt disallows it. */
export async function readSoft404Probe(
  { ports, robotsOf, signal }: ProbeWorld,
  address: string,
  how: Rendered,
): Promise<PageContent | null> {
  if (!(await robotsOf(address)).isAllowed(address)) return null;
  const answer = await ports.fetchPage(address, { validators: null, signal });
  if (answer.kind !== "html" || answer.status !== 200) return null;
  const extract = ports.extractPage ?? extractPage;
  if (how === "http") return await extract(answer.html, { url: answer.url, ...answer.source });
  const page = await ports.renderPage?.(address, { signal });
  return page?.kind === "html" ? await extract(page.html, { url: page.baseUrl }) : null;
}
