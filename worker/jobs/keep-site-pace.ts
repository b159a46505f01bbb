import { isProvenSite } from "#worker/core/ownership/is-proven.ts";
import { paceOfSite } from "#worker/core/pace/pace.ts";
import type { HttpClient } from "#worker/http/client/http-client.ts";

/**
 * Asks a Site at the pace that its owner's word allows, at its address with `www.` and without, until the function that is given back is
 * called.
 */
export function keepSitePace(client: HttpClient, site: { startUrl: string; provenAt: Date | null }): () => void {
  const isProven = isProvenSite(site, client.allowedPrivateHosts);
  const pace = paceOfSite({ isProven, atATime: client.perSite });
  const ends = twins(site.startUrl).map((url) => client.limiter.keepPace(url, pace));
  return () => {
    for (const end of ends) end();
  };
}

/** Most sites answer at one of the two and send visitors of the other there. */
function twins(startUrl: string): string[] {
  const [plain, other] = [new URL(startUrl), new URL(startUrl)];
  other.hostname = plain.hostname.startsWith("www.") ? plain.hostname.slice(4) : `www.${plain.hostname}`;
  return [...new Set([plain.href, other.href])];
}
