import type { WaitCode } from "#worker/core/crawl/wait-codes.ts";
import type { Stage } from "../crawl-plan.ts";

/** `active`: work under way in each stage. `isDelayed`: the site's robots.txt requires a pause between requests. */
type Work = { active: Readonly<Record<Stage, number>>; isDelayed: boolean };

/** Returns what a Crawl waits for now, by what is under way; null if it waits for nothing in particular. */
export function judgeWait({ active, isDelayed }: Work): WaitCode | null {
  if (active.links > 0) return "links";
  const reading = active.fetch + active.robots;
  if (active.render > 0 && active.render >= reading) return "browser";
  if (reading > 0) return isDelayed ? "robots-delay" : "site";
  return active.check > 0 ? "checks" : null;
}
