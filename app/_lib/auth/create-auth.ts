import { prismaAdapter } from "better-auth/adapters/prisma";
import { betterAuth } from "better-auth/minimal";
import type { Settings } from "#worker/core/settings.ts";
import { log } from "#worker/log.ts";
import { hashPassword, verifyPassword } from "../password/password-hashing.ts";
import { PASSWORD_LENGTH } from "../password/password-length.ts";
import { accountSecurity } from "../security-log/account-security.ts";
import type { AccountDependencies } from "./account-dependencies.ts";
import { SOURCE_LIMITS } from "./attempt-limits.ts";
import { changePasswordEndpoint } from "./change-password-endpoint.ts";
import { cookieSettings } from "./cookie-settings.ts";
import { guardRequests } from "./guard-requests.ts";
import { finishSignIn, limitSignIn } from "./limit-sign-in.ts";
import { logFault } from "./log-fault.ts";
import { resetEndpoints } from "./reset-endpoints.ts";
import { SESSION_HOOKS, SESSION_SETTINGS } from "./session-settings.ts";
import { signUpEndpoints } from "./sign-up-endpoints.ts";
import { USER_HOOKS } from "./user-hooks.ts";

/**
 * Creates accounts with e-mail and password, stored by Better Auth in our database. Sign-up and new passwords use our own
 * endpoints; only those in auth/allowed-endpoints.ts are reachable.
 */
export function createAuth(dependencies: AccountDependencies) {
  const { db, settings } = dependencies;
  const auth = betterAuth({
    appName: "Flawless",
    baseURL: settings.APP_URL,
    secret: settings.AUTH_SECRET,
    database: prismaAdapter(db, { provider: "postgresql", transaction: true }),
    telemetry: { enabled: false },
    logger: { level: "warn", log: (level, message, ...details) => log[level]({ details }, `accounts: ${message}`) },
    emailAndPassword: {
      enabled: true,
      // Only auth/sign-up-endpoints.ts creates accounts.
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    plugins: [
      {
        id: "own-accounts",
        endpoints: {
          ...signUpEndpoints(dependencies),
          ...resetEndpoints(dependencies),
          ...changePasswordEndpoint(dependencies),
        },
      },
      ...accountSecurity(dependencies),
    ],
    verification: { storeIdentifier: "hashed" },
    session: SESSION_SETTINGS,
    databaseHooks: { session: SESSION_HOOKS, user: USER_HOOKS },
    rateLimit: rateLimit(settings),
    onAPIError: { onError: logFault },
    advanced: {
      ...cookieSettings(settings),
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: settings.TRUSTED_IP_HEADER ? [settings.TRUSTED_IP_HEADER] : [] },
    },
    hooks: { before: limitSignIn(dependencies), after: finishSignIn(dependencies) },
  });
  return { ...auth, handler: guardRequests(auth.handler) };
}

/** Multiplier for limits when visitors cannot be distinguished and share one count. */
const MANY = 50;

/**
 * Returns the limits by network address. Without a header that a trusted proxy sets, all visitors share one count, so the
 * limits are multiplied. Sign-in has its own limits, which spare known browsers: see auth/limit-sign-in.ts.
 */
function rateLimit(settings: Settings) {
  const many = settings.TRUSTED_IP_HEADER ? 1 : MANY;
  const rules = Object.entries(SOURCE_LIMITS).map(([path, { window, max }]) => [path, { window, max: max * many }] as const);
  return {
    enabled: true,
    storage: "database" as const,
    window: 60,
    max: 100 * many,
    customRules: {
      ...Object.fromEntries(rules),
      "/sign-in/email": false as const,
      "/get-session": false as const,
    },
  };
}
