/**
 * Addresses of pages listed in sitemaps. `files`: the addresses in each sitemap that was read. `filesLeft`: number of sitemaps not read
 * because there were too many or time ran out. `isComplete`: all sitemaps were read or do not exist.
 */
export type SitemapPages = {
  pages: string[];
  files: ReadonlyMap<string, readonly string[]>;
  filesLeft: number;
  isComplete: boolean;
};
