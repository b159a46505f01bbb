/** The name by which robots.txt addresses us (RFC 9309, 2.2.1). */
export const PRODUCT_TOKEN = "FlawlessBot";

/** The honest User-Agent: who we are, and a page that explains it and how to turn us away. */
export function userAgent(appUrl: string): string {
  return `Mozilla/5.0 (compatible; ${PRODUCT_TOKEN}/1.0; +${new URL("/bot", appUrl).href})`;
}
