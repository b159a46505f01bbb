import { makeBackup } from "#prisma/backup/make-backup.ts";
import type { Database } from "#prisma/client.ts";
import { beginDailyBackup } from "#prisma/queries/backups/begin-backup.ts";
import { findWindDownEffects } from "#prisma/queries/winding-down/find-wind-down-effects.ts";
import type { Settings } from "#worker/core/settings.ts";
import type { Log } from "#worker/log.ts";

type Dependencies = { db: Database; settings: Settings; now: () => Date; log: Log; signal: AbortSignal };

/** Makes the day's backup if BACKUP_TO is set and no worker has made it; none after the archive. Returns the number of backups. */
export async function backUpDaily({ log, ...dependencies }: Dependencies): Promise<0 | 1> {
  const { db, settings, now } = dependencies;
  if (settings.BACKUP_TO === undefined) return 0;
  if (!(await findWindDownEffects(db)).backsUp) return 0;
  const id = await beginDailyBackup(db, now());
  if (id === null) return 0;
  const { to, ...made } = await makeBackup({ ...dependencies, databaseUrl: settings.DIRECT_DATABASE_URL }, id);
  log.info({ ...made, deleted: made.deleted.length }, "backup made");
  return 1;
}
