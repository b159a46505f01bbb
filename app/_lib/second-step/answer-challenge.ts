import { APIError } from "better-auth/api";
import type { Database } from "#prisma/client.ts";
import { countAttempt } from "#prisma/queries/security/count-attempt.ts";
import { recordLimited } from "#prisma/queries/security/record-limited.ts";
import { recordSecurityEvent } from "#prisma/queries/security/record-security-event.ts";
import { endChallenge, findChallenge } from "#prisma/queries/security/sign-in-challenge.ts";
import { writeSecurityNotice } from "#prisma/queries/security/write-security-notice.ts";
import type { Queue } from "#prisma/queue.ts";
import type { SecretKeys } from "#prisma/sealed-secret.ts";
import { hashToken } from "#prisma/secret-token.ts";
import type { Settings } from "#worker/core/settings.ts";
import { requestSource } from "../security-log/request-source.ts";
import { checkCode } from "./check-code.ts";

export type SecondStepDependencies = {
  db: Database;
  getQueue(): Promise<Queue>;
  settings: Settings;
  keys: SecretKeys;
  now(): Date;
  /** Limit on requests from one network address. */
  maxPerMinute: number;
};

type Answer = { token: string | null | undefined; code: string; headers: Headers | undefined };

/**
 * Codes that a user may try from all sources: 10 an hour leave a guesser of six digits less than one chance in a thousand per day.
 */
const LIMIT = { kind: "second-step", max: 10, windowMs: 3_600_000 };

/**
 * Checks the code for a sign-in that waits for one, and returns the user. Uses up the code and ends the challenge together.
 * @throws APIError `CHALLENGE_OVER`, `TOO_MANY_ATTEMPTS` or `WRONG_CODE`.
 */
export async function answerChallenge(
  { db, getQueue, settings, keys, now }: SecondStepDependencies,
  { token, code, headers }: Answer,
): Promise<string> {
  const tokenHash = token ? hashToken(token) : null;
  const userId = tokenHash && (await findChallenge(db, { tokenHash, now: now() }));
  if (!tokenHash || !userId) throw new APIError("UNAUTHORIZED", { code: "CHALLENGE_OVER" });
  const source = requestSource(headers, settings);
  const event = { userId, source, now: now() };
  if (!(await countAttempt(db, { ...LIMIT, subject: userId, now: now() }))) {
    await recordLimited(db, event);
    const queue = await getQueue();
    await db.$transaction((tx) => writeSecurityNotice(tx, queue, { ...event, notice: "codes_refused" }));
    throw new APIError("TOO_MANY_REQUESTS", { code: "TOO_MANY_ATTEMPTS" });
  }
  const outcome = await db.$transaction(async (tx) => {
    const checked = await checkCode(tx, keys, { userId, code, now: now() });
    if (checked === "wrong") return "WRONG_CODE";
    if (checked === "recovery") await recordSecurityEvent(tx, { ...event, kind: "recovery_code_used" });
    return (await endChallenge(tx, tokenHash)) ? "right" : "CHALLENGE_OVER";
  });
  if (outcome === "right") return userId;
  if (outcome === "WRONG_CODE") await recordSecurityEvent(db, { ...event, kind: "code_refused" });
  throw new APIError("UNAUTHORIZED", { code: outcome });
}
