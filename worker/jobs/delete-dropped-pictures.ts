import type { Database } from "#prisma/client.ts";
import type { PictureStore } from "#prisma/pictures/picture-store.ts";
import {
  findDroppedPictures,
  forgetDroppedPicture,
  postponeDroppedPicture,
} from "#prisma/queries/pictures/dropped-pictures.ts";
import { serviceClock } from "#prisma/service-clock.ts";
import type { Log } from "#worker/log.ts";

/** Deletes pictures from the store that were deleted from the database, or never recorded there. Returns their number. */
export async function deleteDroppedPictures({
  db,
  store,
  log,
}: {
  db: Database;
  store: PictureStore;
  log: Log;
}): Promise<number> {
  const now = serviceClock.now();
  let count = 0;
  for (let keys = await findDroppedPictures(db, now); keys.length > 0; keys = await findDroppedPictures(db, now)) {
    for (const key of keys) {
      try {
        await store.delete(key);
        await forgetDroppedPicture(db, key);
        count += 1;
      } catch (error) {
        log.warn({ err: error }, "a picture could not be deleted from the store: trying again later");
        await postponeDroppedPicture(db, { key, now });
      }
    }
  }
  return count;
}
