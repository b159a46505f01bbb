import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import { findSignUp } from "#prisma/queries/accounts/find-sign-up.ts";
import { finishSignUp } from "#prisma/queries/accounts/finish-sign-up.ts";
import { requestSignUp } from "#prisma/queries/accounts/request-sign-up.ts";
import { switchRefusal } from "#prisma/queries/operating/is-switched-on.ts";
import { joinWithNewAccount } from "#prisma/queries/people/accept-invitation.ts";
import { findInvitation } from "#prisma/queries/people/find-invitation.ts";
import { countAttempt } from "#prisma/queries/security/count-attempt.ts";
import { recordSecurityEvent } from "#prisma/queries/security/record-security-event.ts";
import { emailSchema } from "../forms/email-schema.ts";
import { trialTokenSchema } from "../forms/trial-token-schema.ts";
import { VERIFICATION_HOURS } from "../link-hours.ts";
import { hashPassword } from "../password/password-hashing.ts";
import { requireStrongPassword } from "../password/require-strong-password.ts";
import { requestSource } from "../security-log/request-source.ts";
import type { AccountDependencies } from "./account-dependencies.ts";
import { makeMailedLink } from "./account-links.ts";
import { ATTEMPT_LIMITS } from "./attempt-limits.ts";
import { rememberDevice } from "./known-device.ts";

/** The error code while sign-ups are switched off. */
const SIGN_UPS_OFF = "SIGN_UPS_OFF";

const PAGE = { path: "/verify-email", hours: VERIFICATION_HOURS };

/**
 * Sign-up in two steps: an address gets a mail, and its reader creates the account with a password at the link. No account
 * exists before, so that no one can open one for a stranger's address and wait for its owner. An invitation's mail is such a mail, too.
 */
export function signUpEndpoints(dependencies: AccountDependencies) {
  const { db, getQueue, now } = dependencies;
  return {
    startSignUp: createAuthEndpoint(
      "/sign-up/start",
      { method: "POST", body: z.object({ email: emailSchema, trial: trialTokenSchema.optional() }) },
      async (context) => {
        const { email, trial } = context.body;
        await requireSignUpsOn(db);
        // Same answer beyond the limit: earlier links still work, so the limit keeps no one from signing up.
        if (await countAttempt(db, { ...ATTEMPT_LIMITS.signUpMail, subject: email, now: now() }))
          await requestSignUp(db, await getQueue(), makeMailedLink(dependencies, email, { ...PAGE, trial }));
        return context.json({ status: true });
      },
    ),
    finishSignUp: createAuthEndpoint(
      "/sign-up/finish",
      { method: "POST", body: z.object({ token: z.string().max(100), password: z.string() }) },
      async (context) => {
        const { token, password } = context.body;
        await requireSignUpsOn(db);
        const email = await findSignUp(db, token, now());
        if (email === null) throw new APIError("BAD_REQUEST", { code: "INVALID_TOKEN" });
        requireStrongPassword(password, email);
        const made = await finishSignUp(db, { token, passwordHash: await hashPassword(password), now: now() });
        await openFirstSession(dependencies, context, made);
        return context.json({ status: true });
      },
    ),
    joinWithNewAccount: createAuthEndpoint(
      "/sign-up/join",
      { method: "POST", body: z.object({ token: z.string().max(100), password: z.string() }) },
      async (context) => {
        const { token, password } = context.body;
        await requireSignUpsOn(db);
        const invitation = await findInvitation(db, token, now());
        if (invitation?.state !== "open") throw new APIError("BAD_REQUEST", { code: "INVALID_TOKEN" });
        if (invitation.hasAccount) throw new APIError("CONFLICT", { code: "ACCOUNT_EXISTS" });
        requireStrongPassword(password, invitation.email);
        const made = await joinWithNewAccount(db, { token, passwordHash: await hashPassword(password), now: now() });
        await openFirstSession(dependencies, context, made);
        return context.json({ status: true });
      },
    ),
  };
}

/** Refuses new accounts while sign-ups are switched off. The tokens of mailed links stay valid. */
async function requireSignUpsOn(db: AccountDependencies["db"]): Promise<void> {
  const refusal = await switchRefusal(db, "sign_ups");
  if (refusal) throw new APIError("SERVICE_UNAVAILABLE", { code: SIGN_UPS_OFF, message: refusal.sentence });
}

type EndpointContext = Parameters<typeof setSessionCookie>[0];

/** Signs a new account in, or refuses the request if none was created. */
async function openFirstSession(
  { db, settings, now }: AccountDependencies,
  context: EndpointContext,
  made: { userId: string } | string,
): Promise<void> {
  if (made === "account-exists") throw new APIError("CONFLICT", { code: "ACCOUNT_EXISTS" });
  if (typeof made === "string") throw new APIError("BAD_REQUEST", { code: "INVALID_TOKEN" });
  const { internalAdapter } = context.context;
  const user = await internalAdapter.findUserById(made.userId);
  if (!user) throw new APIError("CONFLICT", { code: "ACCOUNT_GONE" });
  const source = requestSource(context.headers, settings);
  await recordSecurityEvent(db, { userId: user.id, kind: "address_verified", source, now: now() });
  const session = await internalAdapter.createSession(user.id);
  await setSessionCookie(context, { session, user });
  await rememberDevice(context, user.id);
}
