import { createQueue } from "#prisma/queue.ts";
import { log } from "#worker/log.ts";
import { oncePerProcess } from "./once-per-process.ts";
import { getSettings } from "./settings.ts";

/** Returns the web process's queue for sending jobs. */
export const getQueue = oncePerProcess("queue", () =>
  createQueue(getSettings().DIRECT_DATABASE_URL, (error) => log.warn({ err: error }, "the queue lost its connection")),
);
