import { APIError, createAuthEndpoint, sensitiveSessionMiddleware } from "better-auth/api";
import { z } from "zod";
import { changePasswordHash, findPasswordHash } from "#prisma/queries/accounts/password-hash.ts";
import { hashPassword } from "../password/password-hashing.ts";
import { requireStrongPassword } from "../password/require-strong-password.ts";
import { logNewPassword } from "../security-log/log-new-password.ts";
import type { AccountDependencies } from "./account-dependencies.ts";
import { checkOwnPassword } from "./check-own-password.ts";

/** Changes a password. Replaces Better Auth's endpoint, which keeps reset links and, by default, other sessions. */
export function changePasswordEndpoint(dependencies: AccountDependencies) {
  return {
    changePassword: createAuthEndpoint(
      "/change-password",
      {
        method: "POST",
        body: z.object({ currentPassword: z.string(), newPassword: z.string() }),
        use: [sensitiveSessionMiddleware],
      },
      async (context) => {
        const { currentPassword, newPassword } = context.body;
        const { user, session } = context.context.session;
        requireStrongPassword(newPassword, user.email);
        const before = await findPasswordHash(dependencies.db, user.id);
        const outcome = await checkOwnPassword(dependencies, user.id, currentPassword);
        if (outcome === "too-many") throw new APIError("TOO_MANY_REQUESTS", { code: "TOO_MANY_ATTEMPTS" });
        if (outcome === "wrong" || before === null) throw new APIError("BAD_REQUEST", { code: "INVALID_PASSWORD" });
        const change = { userId: user.id, before, after: await hashPassword(newPassword), keepSessionId: session.id };
        if (!(await changePasswordHash(dependencies.db, change)))
          throw new APIError("CONFLICT", { code: "PASSWORD_CHANGED_MEANWHILE" });
        await logNewPassword(dependencies, { userId: user.id, kind: "password_changed", headers: context.headers });
        return context.json({ status: true });
      },
    ),
  };
}
