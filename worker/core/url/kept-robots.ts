/** The last robots.txt of an origin that could be read. `text` is empty where the origin has none. */
export type KeptRobots = { text: string; etag: string | null; lastModified: string | null };

/** Where robots.txt files are kept, for all Crawls and workers. `ageMs`: since the origin last said that this is what it says. */
export type RobotsFiles = {
  find(origin: string): Promise<(KeptRobots & { ageMs: number }) | null>;
  keep(origin: string, robots: KeptRobots): Promise<void>;
};
