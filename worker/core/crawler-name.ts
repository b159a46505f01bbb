/** Name that robots.txt rules are matched against (RFC 9309, section 2.2.1). */
export const CRAWLER_TOKEN = "FlawlessBot";

/** Returns the User-Agent of every request: who we are and where that is explained. `appUrl` is the address of the product. */
export function crawlerUserAgent(appUrl: string): string {
  return `Mozilla/5.0 (compatible; ${CRAWLER_TOKEN}/1.0; +${new URL("/bot", appUrl).href})`;
}
