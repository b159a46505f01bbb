import type { Robots } from "./crawl-ports.ts";

/** robots.txt belongs to an origin (RFC 9309, 2.3); each is asked for once in a Crawl, however many pages wait for it. */
export function createRobotsLookup(fetchRobots: (origin: string) => Promise<Robots>): (url: string) => Promise<Robots> {
  const asked = new Map<string, Promise<Robots>>();
  return (url) => {
    const { origin } = new URL(url);
    const answer = asked.get(origin) ?? fetchRobots(origin);
    asked.set(origin, answer);
    return answer;
  };
}
