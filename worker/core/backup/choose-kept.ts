import { timeOfBackup } from "./backup-name.ts";

/** Numbers of daily, weekly and monthly backups that are kept. */
export type BackupKeep = { daily: number; weekly: number; monthly: number };

const DAY_MS = 86_400_000;
/** Time before the newest backup in which all are kept, so that one made by hand after a mishap does not push out last night's. */
const ALL_KEPT_MS = 2 * DAY_MS;

/** Reads the setting: `7,4,12`. */
export function parseBackupKeep(setting: string): BackupKeep {
  const [daily = 0, weekly = 0, monthly = 0] = setting.split(",").map(Number);
  return { daily, weekly, monthly };
}

/**
 * Returns the backups that may be deleted. Kept are all of two days, and the newest of each of the last days, weeks and months that have one. Days
 * without a backup do not count, so that nothing is deleted because backups stopped. Names of other files are never returned.
 */
export function chooseDeleted(names: readonly string[], { daily, weekly, monthly }: BackupKeep): string[] {
  const backups = names
    .flatMap((name) => {
      const at = timeOfBackup(name);
      return at ? [{ name, at }] : [];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  const newest = backups[0]?.at.getTime() ?? 0;
  const kept = new Set(backups.filter(({ at }) => newest - at.getTime() < ALL_KEPT_MS).map(({ name }) => name));
  const keep = (count: number, periodOf: (at: Date) => string) => {
    const periods = new Map<string, string>();
    for (const { name, at } of backups) if (!periods.has(periodOf(at))) periods.set(periodOf(at), name);
    for (const name of [...periods.values()].slice(0, count)) kept.add(name);
  };
  keep(daily, (at) => at.toISOString().slice(0, 10));
  keep(weekly, weekOf);
  keep(monthly, (at) => at.toISOString().slice(0, 7));
  return backups.map(({ name }) => name).filter((name) => !kept.has(name));
}

/** Returns the Monday of the week, in UTC. */
function weekOf(at: Date): string {
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}
