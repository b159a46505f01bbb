import { isSameSite } from "#worker/core/url/scope.ts";
import type { CrawlPorts } from "#worker/crawl/crawl-ports.ts";
import type { Read } from "#worker/threads/read/readings.ts";

/** Looks for the tag that proves who owns the Site, when a Crawl reads the start page anyway. */
export function watchForProof(
  ports: CrawlPorts,
  { startUrl, token, read }: { startUrl: string; token: string; read: Read },
): { ports: CrawlPorts; wasSeen(): boolean } {
  let seen = false;
  /** A page that could not be parsed proves nothing, and the Crawl reads it all the same. */
  const unseen = (error: unknown) => {
    ports.onFault(error, startUrl);
    return "none" as const;
  };
  const fetchPage: CrawlPorts["fetchPage"] = async (url, options) => {
    const answer = await ports.fetchPage(url, options);
    const isStart = url === startUrl && answer.kind === "html" && isSameSite(new URL(answer.url), new URL(startUrl));
    if (isStart) seen = (await read("proofTag", answer.html, token).catch(unseen)) === "found";
    return answer;
  };
  return { ports: { ...ports, fetchPage }, wasSeen: () => seen };
}
