import type { StorageSettings } from "#worker/core/settings.ts";
import type { BackupPlace } from "./backup-place.ts";
import { createFolderPlace } from "./folder-place.ts";
import { createS3Place } from "./s3-place.ts";

const IN_BUCKET = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,62})(?:\/([\w./-]{0,200}))?$/;

/** Opens the place that BACKUP_TO names; null if it names none. @throws for an address of a bucket that cannot be one */
export function openBackupPlace(settings: StorageSettings): BackupPlace | null {
  const { BACKUP_TO: to, S3_ENDPOINT: endpoint, S3_REGION: region } = settings;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  if (to === undefined) return null;
  if (!to.startsWith("s3://")) return createFolderPlace(to);
  const [, bucket, folder = ""] = IN_BUCKET.exec(to) ?? [];
  if (!bucket || !endpoint || !accessKeyId || !secretAccessKey)
    throw new Error(
      `BACKUP_TO is ${to}: write s3:// with the name of a bucket and a folder, and set S3_ENDPOINT and its keys.`,
    );
  const inside = folder.split("/").filter(Boolean).join("/");
  return createS3Place({ endpoint, bucket, region, accessKeyId, secretAccessKey, folder: inside });
}
