import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware, isAPIError } from "better-auth/api";
import { z } from "zod";
import type { Database } from "#prisma/client.ts";
import { countAttempt } from "#prisma/queries/security/count-attempt.ts";
import { recordSecurityEvent, type SecurityEventKind } from "#prisma/queries/security/record-security-event.ts";
import type { Settings } from "#worker/core/settings.ts";
import { requestSource } from "./request-source.ts";

type Dependencies = { db: Database; settings: Settings; now(): Date };

const emailBody = z.object({ email: z.string().toLowerCase() });
/** Attempts with unknown addresses share one count, so that they cannot fill the table. */
const BY_ADDRESS = { kind: "security-log", max: 500, windowMs: 3_600_000 };

/** Records events at Better Auth's endpoints in the security log. */
export function securityLog({ db, settings, now }: Dependencies) {
  const eventOf = (headers: Headers | undefined | null) => ({
    source: requestSource(headers ?? undefined, settings),
    now: now(),
  });
  const record = (kind: SecurityEventKind, userId: string | null, headers: Headers | undefined | null) =>
    recordSecurityEvent(db, { ...eventOf(headers), userId, kind });
  /** Records a visitor's action on an address, known or unknown, at the same cost and up to a limit per hour. */
  const recordOfAddress = async (kind: SecurityEventKind, body: unknown, headers: Headers | undefined) => {
    const email = emailBody.safeParse(body).data?.email;
    const user = email ? await db.user.findUnique({ where: { email }, select: { id: true } }) : null;
    const userId = user?.id ?? null;
    if (await countAttempt(db, { ...BY_ADDRESS, subject: userId ?? "", now: now() })) await record(kind, userId, headers);
  };
  return {
    id: "security-log",
    init: () => ({
      options: {
        databaseHooks: {
          session: {
            create: {
              after: ({ userId }, context) => record("signed_in", userId, context?.headers),
            },
            delete: {
              after: async ({ userId }, context) => {
                if (context?.path === "/sign-out") await record("signed_out", userId, context.headers);
              },
            },
          },
        },
      },
    }),
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === "/sign-in/email",
          handler: createAuthMiddleware(async ({ body, headers, context }) => {
            if (isAPIError(context.returned) && context.returned.statusCode === 401)
              await recordOfAddress("sign_in_failed", body, headers);
          }),
        },
        {
          matcher: ({ path }) => path === "/request-password-reset",
          handler: createAuthMiddleware(async ({ body, headers, context }) => {
            if (!isAPIError(context.returned)) await recordOfAddress("reset_requested", body, headers);
          }),
        },
        {
          matcher: ({ path }) => path === "/change-password",
          handler: createAuthMiddleware(async ({ headers, context }) => {
            const userId = context.session?.user.id;
            if (!userId) return;
            if (isAPIError(context.returned) && context.returned.body?.code === "INVALID_PASSWORD")
              await record("password_refused", userId, headers);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
