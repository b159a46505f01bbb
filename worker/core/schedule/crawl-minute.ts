import { fnvHash } from "../text/fnv-hash.ts";

/**
 * Returns the minute (0-59) at which a Site's daily Crawl starts: a hash of its start URL (FNV-1a), which spreads sites over
 * the hour.
 */
export function crawlMinute(startUrl: string): number {
  return fnvHash(startUrl) % 60;
}
