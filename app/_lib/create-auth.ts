import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { countAttempt } from "#prisma/queries/count-attempt.ts";
import { deleteUnverifiedUser } from "#prisma/queries/delete-unverified-user.ts";
import { writeDelivery } from "#prisma/queries/write-delivery.ts";
import type { Queue } from "#prisma/queue.ts";
import type { Settings } from "#worker/core/settings.ts";
import { log } from "#worker/log.ts";
import { ATTEMPT_LIMITS } from "./attempt-limits.ts";
import { RESET_HOURS, VERIFICATION_HOURS } from "./link-hours.ts";
import { PASSWORD_LENGTH } from "./password-length.ts";
import { accountSecurity } from "./security-log/account-security.ts";

const DAY_SECONDS = 86_400;
/** Pressing a button twice sends one mail. Every link stays valid for its hours, so the one that was sent serves. */
const MAIL_PAUSE_MS = 60_000;

type Dependencies = { db: Database; getQueue(): Promise<Queue>; settings: Settings; now(): Date };

/**
 * Accounts with e-mail and password, kept by Better Auth in our database. An address must be verified before the first sign-in. Mail is
 * written as a Delivery and sent by a worker; links in it lead to our own pages, because a mail scanner that opens every link must not
 * verify an address.
 */
export function createAuth({ db, getQueue, settings, now }: Dependencies) {
  const sendMail = async (kind: "verification" | "reset", user: { id: string; email: string }, url: string) => {
    const moment = Math.floor(now().getTime() / MAIL_PAUSE_MS);
    const dedupeKey = `${kind}:${user.id}:${moment}`;
    const queue = await getQueue();
    await db.$transaction((tx) =>
      writeDelivery(tx, queue, { kind, email: user.email, siteId: null, dedupeKey, payload: { url } }),
    );
  };
  const linkTo = (path: string, token: string) => `${new URL(path, settings.APP_URL).href}?token=${encodeURIComponent(token)}`;
  return betterAuth({
    appName: "Flawless",
    baseURL: settings.APP_URL,
    secret: settings.AUTH_SECRET,
    database: prismaAdapter(db, { provider: "postgresql", transaction: true }),
    telemetry: { enabled: false },
    logger: { level: "warn", log: (level, message, ...details) => log[level]({ details }, `accounts: ${message}`) },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      resetPasswordTokenExpiresIn: RESET_HOURS * 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => sendMail("reset", user, linkTo("/reset-password", token)),
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: false,
      autoSignInAfterVerification: true,
      expiresIn: VERIFICATION_HOURS * 3600,
      sendVerificationEmail: ({ user, token }) => sendMail("verification", user, linkTo("/verify-email", token)),
    },
    session: { expiresIn: 30 * DAY_SECONDS, updateAge: DAY_SECONDS },
    rateLimit: rateLimit(settings),
    advanced: {
      useSecureCookies: settings.APP_URL.startsWith("https:"),
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: settings.TRUSTED_IP_HEADER ? [settings.TRUSTED_IP_HEADER] : [] },
    },
    hooks: { before: guardEmail(db, now) },
    plugins: accountSecurity({ db, getQueue, settings, now }),
  });
}

/**
 * Limits by network address. Without a header that a trusted proxy sets, all visitors share one count (a client can write any header), so
 * the numbers are then those of a busy service. The longest window here also decides when Better Auth removes rows of this table:
 * it must not be shorter than any in ATTEMPT_LIMITS.
 */
function rateLimit(settings: Settings) {
  const many = settings.TRUSTED_IP_HEADER ? 1 : 50;
  return {
    enabled: true,
    storage: "database" as const,
    window: 60,
    max: 100 * many,
    customRules: {
      "/sign-in/email": { window: 60, max: 10 * many },
      "/sign-up/email": { window: 3600, max: 20 * many },
      "/request-password-reset": { window: 600, max: 10 * many },
      "/send-verification-email": { window: 600, max: 10 * many },
      "/change-password": { window: 600, max: 10 * many },
      "/reset-password": { window: 600, max: 10 * many },
      "/get-session": false as const,
    },
  };
}

const signUpBody = z.object({ email: z.email(), password: z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max) });

/**
 * Before any endpoint that takes an address: counts attempts on that address, from wherever they come. A sign-up for an address whose
 * earlier sign-up was never verified takes its place, or whoever signed up with a stranger's address would have chosen the password that
 * its owner later verifies.
 */
function guardEmail(db: Database, now: () => Date) {
  return createAuthMiddleware(async (context) => {
    const limit = ATTEMPT_LIMITS[context.path];
    const email = z.object({ email: z.string() }).safeParse(context.body).data?.email.toLowerCase();
    if (!limit || email === undefined) return;
    const attempt = { kind: context.path, subject: email, max: limit.max, windowMs: limit.window * 1000, now: now() };
    if (!(await countAttempt(db, attempt))) throw new APIError("TOO_MANY_REQUESTS", { code: "TOO_MANY_ATTEMPTS" });
    if (context.path === "/sign-up/email" && signUpBody.safeParse(context.body).success) await deleteUnverifiedUser(db, email);
  });
}
