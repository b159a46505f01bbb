/** The minute (0-59) at which a Site's daily Crawl starts: spread over the hour by its start URL, the same every time (FNV-1a). */
export function crawlMinute(startUrl: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < startUrl.length; index += 1) {
    hash = Math.imul(hash ^ startUrl.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash % 60;
}
