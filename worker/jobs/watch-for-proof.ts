import { findProofTag } from "#worker/core/ownership/proof.ts";
import { isSameSite } from "#worker/core/url/scope.ts";
import type { CrawlPorts } from "#worker/crawl/crawl-ports.ts";

/** Looks at the start page when a Crawl reads it anyway: whether its tag proves that the Site is its owner's. */
export function watchForProof(
  ports: CrawlPorts,
  { startUrl, token }: { startUrl: string; token: string },
): { ports: CrawlPorts; wasSeen(): boolean } {
  let seen = false;
  const fetchPage: CrawlPorts["fetchPage"] = async (url, options) => {
    const answer = await ports.fetchPage(url, options);
    const isStart = url === startUrl && answer.kind === "html" && isSameSite(new URL(answer.url), new URL(startUrl));
    if (isStart) seen = findProofTag(answer.html, token) === "found";
    return answer;
  };
  return { ports: { ...ports, fetchPage }, wasSeen: () => seen };
}
