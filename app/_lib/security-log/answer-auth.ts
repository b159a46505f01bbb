import type { Database } from "#prisma/client.ts";
import type { Settings } from "#worker/core/settings.ts";
import { logLimited } from "./log-limited.ts";

type Dependencies = {
  auth: { handler(request: Request): Promise<Response> };
  db: Database;
  settings: Settings;
  now(): Date;
};

/** Longest body that is kept for the log when a limit refuses the request, in bytes. */
const BODY_MAX = 10_000;

/** Passes a request to Better Auth. Its hooks do not see requests that a limit refuses, so those are logged here. */
export async function answerAuth({ auth, ...dependencies }: Dependencies, request: Request): Promise<Response> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  const copy = length <= BODY_MAX ? request.clone() : null;
  const response = await auth.handler(request);
  if (response.status === 429)
    await logLimited(dependencies, { headers: request.headers, body: copy ? await copy.text() : "" });
  return response;
}
