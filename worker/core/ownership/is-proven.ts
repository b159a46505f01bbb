import { isAllowedPrivateHost } from "../url/private-address.ts";

/** Maximum number of pages read on an unverified site. */
export const UNPROVEN_PAGES = 50;
/** Number of failed lookups in a row after which a proof counts as removed. */
export const MAX_MISSES = 3;

/**
 * True if a Site may be crawled at the full speed and size of its Plan. Allowed private hosts count as proven: only the
 * operator of the service can allow them, and a proof there would not be visible from outside.
 */
export function isProvenSite(
  { startUrl, provenAt }: { startUrl: string; provenAt: Date | null },
  allowedPrivateHosts: readonly string[],
): boolean {
  const url = new URL(startUrl);
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  return provenAt !== null || isAllowedPrivateHost(url.hostname, port, allowedPrivateHosts);
}
