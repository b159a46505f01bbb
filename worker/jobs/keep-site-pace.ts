import { paceOfSite } from "#worker/core/pace/pace.ts";
import { isAllowedPrivateHost } from "#worker/core/url/private-address.ts";
import type { HttpClient } from "#worker/http/http-client.ts";

type SiteAsked = { startUrl: string; isProven: boolean };

/**
 * Asks a Site at the pace that its owner's word allows, at its address with `www.` and without, until the function that is given back is
 * called.
 */
export function keepSitePace(client: HttpClient, site: SiteAsked): () => void {
  const pace = paceOfSite({ isProven: isProvenSite(client, site), atATime: client.perSite });
  const ends = twins(site.startUrl).map((url) => client.limiter.keepPace(url, pace));
  return () => {
    for (const end of ends) end();
  };
}

/** Who runs the service allowed the private hosts that may be visited, and only who stands in their network can prove them. */
export function isProvenSite({ allowedPrivateHosts }: Pick<HttpClient, "allowedPrivateHosts">, site: SiteAsked): boolean {
  const url = new URL(site.startUrl);
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  return site.isProven || isAllowedPrivateHost(url.hostname, port, allowedPrivateHosts);
}

/** Most sites answer at one of the two and send visitors of the other there. */
function twins(startUrl: string): string[] {
  const [plain, other] = [new URL(startUrl), new URL(startUrl)];
  other.hostname = plain.hostname.startsWith("www.") ? plain.hostname.slice(4) : `www.${plain.hostname}`;
  return [...new Set([plain.href, other.href])];
}
