import type { Database } from "#prisma/client.ts";
import { isFleetCutOff } from "#prisma/queries/status/is-fleet-cut-off.ts";
import type { Log } from "#worker/log.ts";
import { fleetCutOff } from "#worker/telemetry/worker-metrics.ts";

/** Says in the log and in a metric while the crawls show that we are cut off from the network. Returns 0: it changes nothing. */
export async function watchNetwork({ db, log, now }: { db: Database; log: Log; now: Date }): Promise<number> {
  const isCutOff = await isFleetCutOff(db, now);
  fleetCutOff.set(isCutOff ? 1 : 0);
  if (isCutOff)
    log.error(
      "we are cut off from the network: most sites are unreachable at once. Crawls are tried again, and no mail says so",
    );
  return 0;
}
