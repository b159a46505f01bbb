import { APIError, createAuthEndpoint } from "better-auth/api";
import { z } from "zod";
import { findReset, finishReset } from "#prisma/queries/accounts/finish-reset.ts";
import { requestReset } from "#prisma/queries/accounts/request-reset.ts";
import { countAttempt } from "#prisma/queries/security/count-attempt.ts";
import { emailSchema } from "../forms/email-schema.ts";
import { RESET_HOURS } from "../link-hours.ts";
import { hashPassword } from "../password/password-hashing.ts";
import { requireStrongPassword } from "../password/require-strong-password.ts";
import { logNewPassword } from "../security-log/log-new-password.ts";
import type { AccountDependencies } from "./account-dependencies.ts";
import { makeMailedLink } from "./account-links.ts";
import { ATTEMPT_LIMITS } from "./attempt-limits.ts";
import { rememberDevice } from "./known-device.ts";

const PAGE = { path: "/reset-password", hours: RESET_HOURS };

/**
 * Resets passwords by mail. Replaces Better Auth's endpoints, which leave other links valid and take longer for a known
 * address.
 */
export function resetEndpoints(dependencies: AccountDependencies) {
  const { db, getQueue, now } = dependencies;
  return {
    requestPasswordReset: createAuthEndpoint(
      "/request-password-reset",
      { method: "POST", body: z.object({ email: emailSchema }) },
      async (context) => {
        const { email } = context.body;
        // Same answer beyond the limit: earlier links still work, so the limit keeps no owner from a new password.
        if (await countAttempt(db, { ...ATTEMPT_LIMITS.resetMail, subject: email, now: now() }))
          await requestReset(db, await getQueue(), makeMailedLink(dependencies, email, PAGE));
        return context.json({ status: true });
      },
    ),
    resetPassword: createAuthEndpoint(
      "/reset-password",
      { method: "POST", body: z.object({ token: z.string().max(100), newPassword: z.string() }) },
      async (context) => {
        const { token, newPassword } = context.body;
        const found = await findReset(db, token, now());
        if (found === null) throw new APIError("BAD_REQUEST", { code: "INVALID_TOKEN" });
        requireStrongPassword(newPassword, found.email);
        const userId = await finishReset(db, { token, passwordHash: await hashPassword(newPassword), now: now() });
        if (userId === null) throw new APIError("BAD_REQUEST", { code: "INVALID_TOKEN" });
        await logNewPassword(dependencies, { userId, kind: "password_reset", headers: context.headers });
        await rememberDevice(context, userId);
        return context.json({ status: true });
      },
    ),
  };
}
