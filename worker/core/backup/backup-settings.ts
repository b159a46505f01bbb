import { z } from "zod";

/** Settings about backups. */
export const BACKUP_FIELDS = {
  /** The place to which a worker writes a backup every day: a folder, or `s3://bucket/folder` in the store of S3_ENDPOINT. If absent, it makes none. */
  BACKUP_TO: z.string().min(1).optional(),
  /** Encrypts backups: a key of the program age, whose other half restores them, or else a passphrase. */
  BACKUP_RECIPIENT: z
    .string()
    .regex(/^age1[02-9ac-hj-np-z]+$/, "Write the public key, which begins with age1. `npm run backup -- --new-key` makes one.")
    .optional(),
  BACKUP_PASSPHRASE: z.string().min(20, "Use at least 20 characters.").optional(),
  /** "off": backups are without pictures and PDFs, which a later crawl draws again. */
  BACKUP_PICTURES: z.enum(["on", "off"]).default("on"),
  /** Number of daily, weekly and monthly backups that are kept. */
  BACKUP_KEEP: z
    .string()
    .regex(/^\d{1,3},\d{1,3},\d{1,3}$/, "Write three numbers, for days, weeks and months: 7,4,12")
    .default("7,4,12"),
};

const S3_ACCESS = ["S3_ENDPOINT", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;
/** Settings of a bucket for pictures. */
export const S3_NAMES = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;

type Storage = Partial<Record<(typeof S3_NAMES)[number] | `BACKUP_${"TO" | "RECIPIENT" | "PASSPHRASE"}`, string | undefined>>;

/** Faults of the settings, as `refine` takes them. */
export const BACKUP_KEY_MISSING = {
  path: ["BACKUP_RECIPIENT"],
  error:
    "A backup holds all accounts, so it must be encrypted: set BACKUP_RECIPIENT (`npm run backup -- --new-key` makes a key) or BACKUP_PASSPHRASE.",
};
export const BACKUP_ACCESS_MISSING = {
  path: ["BACKUP_TO"],
  error: "To keep backups in a bucket, set S3_ENDPOINT, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, too.",
};

/** Returns false for backups that would be written without a key. */
export function isBackupEncrypted({ BACKUP_TO, BACKUP_RECIPIENT, BACKUP_PASSPHRASE }: Storage): boolean {
  return BACKUP_TO === undefined || BACKUP_RECIPIENT !== undefined || BACKUP_PASSPHRASE !== undefined;
}

/** Returns false for backups in a bucket that cannot be reached. */
export function hasBackupAccess(settings: Storage): boolean {
  return !settings.BACKUP_TO?.startsWith("s3://") || S3_ACCESS.every((name) => settings[name] !== undefined);
}

/** Returns the names that are set together. Without a bucket for pictures, the others may be there for backups. */
export function neededS3Names({ BACKUP_TO, S3_BUCKET }: Storage) {
  return BACKUP_TO?.startsWith("s3://") && S3_BUCKET === undefined ? S3_ACCESS : S3_NAMES;
}
