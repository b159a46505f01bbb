/**
 * Returns the minute (0-59) at which a Site's daily Crawl starts: a hash of its start URL (FNV-1a), which spreads sites over
 * the hour.
 */
export function crawlMinute(startUrl: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < startUrl.length; index += 1) {
    hash = Math.imul(hash ^ startUrl.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash % 60;
}
