import type { StorageSettings } from "#worker/core/settings.ts";
import { createFolderStore } from "./folder-store.ts";
import type { PictureStore } from "./picture-store.ts";
import { createS3Store } from "./s3-store.ts";

/** Opens the store that the settings name: a bucket if there is one, else a folder. */
export function openPictureStore(settings: StorageSettings): PictureStore {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = settings;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  return endpoint && bucket && accessKeyId && secretAccessKey
    ? createS3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey })
    : createFolderStore(settings.PICTURES_DIR);
}
