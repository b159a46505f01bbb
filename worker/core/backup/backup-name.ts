const NAME = /^flawless-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.tar\.gz\.age$/;

/** Returns the file name of a backup: sorted by name, backups are sorted by time. */
export function backupName(at: Date): string {
  return `flawless-${at.toISOString().slice(0, 19).replaceAll(":", "-")}Z.tar.gz.age`;
}

/** Returns when the backup of this name was begun; null if the name is of something else. */
export function timeOfBackup(name: string): Date | null {
  const [, day, hour, minute, second] = NAME.exec(name) ?? [];
  if (day === undefined) return null;
  const at = new Date(`${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}
