import { openPictureStore } from "#prisma/pictures/open-picture-store.ts";
import { oncePerProcess } from "./once-per-process.ts";
import { getSettings } from "./settings.ts";

/** Returns the web process's access to the picture store. */
export const getPictureStore = oncePerProcess("picture-store", () => openPictureStore(getSettings()));
