/** Addresses of pages that sitemaps name. `filesLeft`: sitemaps that were not read because there are too many or time was over. */
export type SitemapPages = { pages: string[]; filesLeft: number };
