import { unlessAborted } from "#worker/async/unless-aborted.ts";
import type { CrawlContext, PlanFields, Ports } from "../crawl-context.ts";

/** Passing failures in a row, with no answer between them, after which the site may be down. */
const SUSPECT_AFTER = 20;

export type HealthContext = PlanFields<"startUrl"> & Ports<"fetchPage"> & Pick<CrawlContext, "health" | "signal">;

/**
 * Returns true if the site has stopped answering. A part of a site may fail while the rest works, so the start page decides: if it
 * answers, the count starts again.
 */
export async function isSiteDown(context: HealthContext): Promise<boolean> {
  const { health, plan, ports, signal } = context;
  if (health.isDown || health.failuresInARow < SUSPECT_AFTER) return health.isDown;
  const answer = await unlessAborted(signal, ports.fetchPage(plan.startUrl, { validators: null, signal }));
  health.isDown = answer?.kind === "failure" && !signal.aborted;
  health.failuresInARow = 0;
  return health.isDown;
}
