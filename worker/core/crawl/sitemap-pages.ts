/**
 * Addresses of pages listed in sitemaps. `filesLeft`: number of sitemaps not read because there were too many or time ran out.
 */
export type SitemapPages = { pages: string[]; filesLeft: number };
