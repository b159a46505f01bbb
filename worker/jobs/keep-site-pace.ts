import { isProvenSite } from "#worker/core/ownership/is-proven.ts";
import { paceOfSite } from "#worker/core/pace/pace.ts";
import type { HttpClient } from "#worker/http/client/http-client.ts";

/**
 * Keeps requests to a Site to the pace that its proof of ownership allows, with `www.` and without. Returns a function that ends this.
 */
export function keepSitePace(client: HttpClient, site: { startUrl: string; provenAt: Date | null }): () => void {
  const isProven = isProvenSite(site, client.allowedPrivateHosts);
  const pace = paceOfSite({ isProven, atATime: client.perSite });
  const ends = withMirror(site.startUrl).map((url) => client.limiter.keepPace(url, pace));
  return () => {
    for (const end of ends) end();
  };
}

/** Returns the address with `www.` and without: most sites answer at one of them and redirect from the other. */
function withMirror(startUrl: string): string[] {
  const [plain, other] = [new URL(startUrl), new URL(startUrl)];
  other.hostname = plain.hostname.startsWith("www.") ? plain.hostname.slice(4) : `www.${plain.hostname}`;
  return [...new Set([plain.href, other.href])];
}
