import { getDatabase } from "../database.ts";
import { oncePerProcess } from "../once-per-process.ts";
import { getQueue } from "../queue.ts";
import { answerAuth } from "../security-log/answer-auth.ts";
import { getSettings } from "../settings.ts";
import { createAuth } from "./create-auth.ts";

/** Returns the web process's Better Auth instance. */
export const getAuth = oncePerProcess("auth", () =>
  createAuth({ db: getDatabase(), getQueue, settings: getSettings(), now: () => new Date() }),
);

/** Answers a request to Better Auth's endpoints, from a browser or from our own forms. */
export function answerAuthRequest(request: Request): Promise<Response> {
  return answerAuth({ auth: getAuth(), db: getDatabase(), settings: getSettings(), now: () => new Date() }, request);
}
