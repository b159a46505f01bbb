import { createQueue } from "#prisma/queue.ts";
import { log } from "#worker/log.ts";
import { oncePerProcess } from "./once-per-process.ts";
import { getSettings } from "./settings.ts";

/** The web process's sender of jobs. */
export const getQueue = oncePerProcess("queue", () =>
  createQueue(getSettings().DATABASE_URL, (error) => log.warn({ err: error }, "the queue lost its connection")),
);
