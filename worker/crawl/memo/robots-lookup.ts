import type { Robots } from "#worker/core/crawl/robots.ts";

/** An origin whose robots.txt could not be read is asked once more, for the next page: a passing failure must not close a site for a whole Crawl. */
const TRIES = 2;

/** robots.txt belongs to an origin (RFC 9309, 2.3); each is asked for once in a Crawl, however many pages wait for it. */
export function createRobotsLookup(fetchRobots: (origin: string) => Promise<Robots>): (url: string) => Promise<Robots> {
  const asked = new Map<string, Promise<Robots>>();
  const tries = new Map<string, number>();
  return async (url) => {
    const { origin } = new URL(url);
    const answer = asked.get(origin) ?? fetchRobots(origin);
    if (!asked.has(origin)) tries.set(origin, (tries.get(origin) ?? 0) + 1);
    asked.set(origin, answer);
    const robots = await answer;
    if (robots.failure && asked.get(origin) === answer && (tries.get(origin) ?? 0) < TRIES) asked.delete(origin);
    return robots;
  };
}
