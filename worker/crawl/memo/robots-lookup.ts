import type { Robots } from "#worker/core/crawl/robots.ts";

/** The most requests for a robots.txt that cannot be read. The second comes with the next page: one failure must not close a site. */
const TRIES = 2;

/** Returns a lookup that requests the robots.txt of each origin (RFC 9309, 2.3) once in a Crawl, however many pages wait for it. */
export function createRobotsLookup(fetchRobots: (origin: string) => Promise<Robots>): (url: string) => Promise<Robots> {
  const requested = new Map<string, Promise<Robots>>();
  const tries = new Map<string, number>();
  return async (url) => {
    const { origin } = new URL(url);
    const answer = requested.get(origin) ?? fetchRobots(origin);
    if (!requested.has(origin)) tries.set(origin, (tries.get(origin) ?? 0) + 1);
    requested.set(origin, answer);
    const robots = await answer;
    if (robots.failure && requested.get(origin) === answer && (tries.get(origin) ?? 0) < TRIES) requested.delete(origin);
    return robots;
  };
}
