import type { Database } from "#prisma/client.ts";
import type { Settings } from "#worker/core/settings.ts";
import { logLimited } from "./log-limited.ts";

type Dependencies = {
  auth: { handler(request: Request): Promise<Response> };
  db: Database;
  settings: Settings;
  now(): Date;
};

/** Longest body that is read after a limit refused the request, in bytes. */
const BODY_MAX = 10_000;

/** Hands a request to Better Auth. What a limit refuses is seen by none of its hooks, so it is noted in the security log here. */
export async function answerAuth({ auth, ...dependencies }: Dependencies, request: Request): Promise<Response> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  const copy = length <= BODY_MAX ? request.clone() : null;
  const response = await auth.handler(request);
  if (response.status === 429)
    await logLimited(dependencies, { headers: request.headers, body: copy ? await copy.text() : "" });
  return response;
}
