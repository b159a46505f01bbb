import { unlessAborted } from "#worker/async/unless-aborted.ts";
import type { CrawlContext } from "../crawl-context.ts";

/** So many passing failures in a row, with no answer between them, and the site may be down. */
const SUSPECT_AFTER = 20;

/**
 * True if the site has stopped answering. One part of a site may fail while the rest stands, so the start page decides: when it
 * answers, the counting begins again.
 */
export async function isSiteDown(context: CrawlContext): Promise<boolean> {
  const { health, plan, ports, signal } = context;
  if (health.isDown || health.failuresInARow < SUSPECT_AFTER) return health.isDown;
  const answer = await unlessAborted(signal, ports.fetchPage(plan.startUrl, { validators: null, signal }));
  health.isDown = answer?.kind === "failure" && !signal.aborted;
  health.failuresInARow = 0;
  return health.isDown;
}
