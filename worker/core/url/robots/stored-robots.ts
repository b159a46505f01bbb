/** Last readable robots.txt of an origin. `text` is empty if the origin has none. */
export type StoredRobots = { text: string; etag: string | null; lastModified: string | null };

/** Stores robots.txt files for all Crawls and workers. `ageMs`: time since the origin last confirmed the file. */
export type RobotsStore = {
  find(origin: string): Promise<(StoredRobots & { ageMs: number }) | null>;
  keep(origin: string, robots: StoredRobots): Promise<void>;
};
