import { isAllowedPrivateHost } from "../url/private-address.ts";

/** Pages read at most on a site of which no one proved that it is theirs. */
export const UNPROVEN_PAGES = 50;
/** A proof that was looked for in vain so often in a row is gone. */
export const MOST_MISSES = 3;

/**
 * True if a Site may be read as fast and as far as its Plan allows. Private hosts that may be visited at all count as proven: only who runs the
 * service can allow them, and no one outside could see a proof there.
 */
export function isProvenSite(
  { startUrl, provenAt }: { startUrl: string; provenAt: Date | null },
  allowedPrivateHosts: readonly string[],
): boolean {
  const url = new URL(startUrl);
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  return provenAt !== null || isAllowedPrivateHost(url.hostname, port, allowedPrivateHosts);
}
