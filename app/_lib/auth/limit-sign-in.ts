import { APIError, createAuthMiddleware } from "better-auth/api";
import { z } from "zod";
import { findUserId } from "#prisma/queries/accounts/find-user-id.ts";
import { countAttempt } from "#prisma/queries/security/count-attempt.ts";
import { forgiveAttempt } from "#prisma/queries/security/forgive-attempt.ts";
import { SECOND_STEP_PATH } from "../second-step/second-step.ts";
import type { AccountDependencies } from "./account-dependencies.ts";
import { ATTEMPT_LIMITS } from "./attempt-limits.ts";
import { findKnownDevice, rememberDevice } from "./known-device.ts";
import { recheckPassword } from "./recheck-password.ts";
import { visitorSource } from "./visitor-source.ts";

const SIGN_IN = "/sign-in/email";
const bodySchema = z.object({ email: z.string().toLowerCase(), password: z.string() });

type Limit = (typeof ATTEMPT_LIMITS)[keyof typeof ATTEMPT_LIMITS];
type Counted = { limit: Limit; subject: string };

/**
 * Counts password attempts before Better Auth sees them. A browser known for the user has its own count, so that strangers
 * cannot lock the owner out. Others are counted by address and source, and by address over all sources.
 */
export function limitSignIn({ db, settings, now }: AccountDependencies) {
  return createAuthMiddleware(async (context) => {
    if (context.path !== SIGN_IN) return;
    const body = bodySchema.safeParse(context.body).data;
    if (!body) return;
    const allows = ({ limit, subject }: Counted) => countAttempt(db, { ...limit, subject, now: now() });
    const device = await findKnownDevice(context, await findUserId(db, body.email));
    if (device !== null && (await allows({ limit: ATTEMPT_LIMITS.signInFromDevice, subject: device }))) return;
    // In order: an attempt refused for its source must not count for the address.
    for (const counted of strangersCounts(body.email, visitorSource(context.headers, settings)))
      if (!(await allows(counted))) throw new APIError("TOO_MANY_REQUESTS", { code: "TOO_MANY_ATTEMPTS" });
  });
}

/** After a right password: subtracts the attempt, marks the browser as known, and upgrades an old hash. */
export function finishSignIn(dependencies: AccountDependencies) {
  const { db, settings } = dependencies;
  return createAuthMiddleware(async (context) => {
    const { newSession, internalAdapter } = context.context;
    const body = bodySchema.safeParse(context.body).data;
    if (newSession && context.path === SECOND_STEP_PATH && (await findKnownDevice(context, newSession.user.id)) === null)
      await rememberDevice(context, newSession.user.id);
    if (context.path !== SIGN_IN || !newSession || !body) return;
    const { user, session } = newSession;
    if (!(await recheckPassword(dependencies, user.id, body.password))) {
      await internalAdapter.deleteSession(session.token);
      throw new APIError("UNAUTHORIZED", { code: "INVALID_EMAIL_OR_PASSWORD" });
    }
    const device = await findKnownDevice(context, user.id);
    const counted =
      device === null
        ? strangersCounts(body.email, visitorSource(context.headers, settings))
        : [{ limit: ATTEMPT_LIMITS.signInFromDevice, subject: device }];
    for (const { limit, subject } of counted) await forgiveAttempt(db, { kind: limit.kind, subject });
    if (device === null) await rememberDevice(context, user.id);
  });
}

/**
 * Returns the counts for unknown browsers. Without a known source only the address is counted, since anyone could use up a
 * count shared by all.
 */
function strangersCounts(email: string, source: string | null): Counted[] {
  const subject = `${email} ${source ?? "everywhere"}`;
  return [
    { limit: ATTEMPT_LIMITS.signInFromSource, subject },
    ...(source === null
      ? []
      : [
          { limit: ATTEMPT_LIMITS.signInFromSourceInDay, subject },
          { limit: ATTEMPT_LIMITS.signInFromSourceToAll, subject: source },
        ]),
    { limit: ATTEMPT_LIMITS.signInToAddress, subject: email },
  ];
}
