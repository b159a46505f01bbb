import { noteWebMinute } from "#prisma/queries/status/service-days.ts";
import { log } from "#worker/log.ts";
import { getDatabase } from "./database.ts";

/** Often enough that no minute is missed. */
const EVERY_MS = 20_000;

/** Notes each minute in which this web process runs and reaches the database, for the status page. */
export function beat(): void {
  const note = () =>
    noteWebMinute(getDatabase(), new Date()).catch((error: unknown) =>
      log.warn({ err: error }, "this minute could not be noted: the status page counts it as an outage"),
    );
  void note();
  setInterval(note, EVERY_MS).unref();
}
