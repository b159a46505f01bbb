import { createAuth } from "./create-auth.ts";
import { getDatabase } from "./database.ts";
import { oncePerProcess } from "./once-per-process.ts";
import { getQueue } from "./queue.ts";
import { getSettings } from "./settings.ts";

/** The web process's accounts. */
export const getAuth = oncePerProcess("auth", () =>
  createAuth({ db: getDatabase(), getQueue, settings: getSettings(), now: () => new Date() }),
);
