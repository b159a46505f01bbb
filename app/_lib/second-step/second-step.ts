import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint, createAuthMiddleware } from "better-auth/api";
import { parseCookies, setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import { hasTwoFactor, isTrusted, saveChallenge, trustDevice } from "#prisma/queries/security/sign-in-challenge.ts";
import { hashToken, makeToken } from "#prisma/secret-token.ts";
import { answerChallenge, type SecondStepDependencies } from "./answer-challenge.ts";
import { SecondStepNeeded } from "./second-step-needed.ts";

export const SECOND_STEP_PATH = "/two-factor/verify";
const CHALLENGE = { name: "second_step", seconds: 600 };
/** Counted from the code: later sign-ins do not extend it. */
const TRUST = { name: "trusted_device", seconds: 30 * 86_400 };

const verifyBody = z.object({ code: z.string().min(1).max(100), trustDevice: z.boolean().optional() });

/**
 * Asks for a code after the password, at session creation, so that no way to sign in bypasses it. Better Auth's own plugin
 * accepts a code twice, stores recovery codes readable, extends trust indefinitely and creates sessions before it revokes them.
 */
export function secondStep(dependencies: SecondStepDependencies) {
  const { db, now } = dependencies;
  const inSeconds = (seconds: number) => new Date(now().getTime() + seconds * 1000);
  return {
    id: "second-step",
    init: () => ({
      options: {
        databaseHooks: {
          session: {
            create: {
              before: async ({ userId }, context) => {
                if (context?.path === SECOND_STEP_PATH) return;
                if (!(await hasTwoFactor(db, userId))) return;
                const cookieName = context?.context.createAuthCookie(TRUST.name).name;
                const trusted = cookieName && parseCookies(context?.headers?.get("cookie") ?? "").get(cookieName);
                if (trusted && (await isTrusted(db, { tokenHash: hashToken(trusted), userId, now: now() }))) return;
                const token = makeToken();
                await saveChallenge(db, { tokenHash: hashToken(token), userId, expiresAt: inSeconds(CHALLENGE.seconds) });
                throw new SecondStepNeeded(token);
              },
            },
          },
        },
      },
    }),
    hooks: {
      after: [
        {
          matcher: ({ context }) => context.returned instanceof SecondStepNeeded,
          handler: createAuthMiddleware(async (context) => {
            const { returned } = context.context;
            if (!(returned instanceof SecondStepNeeded)) return;
            const { name, attributes } = context.context.createAuthCookie(CHALLENGE.name, { maxAge: CHALLENGE.seconds });
            context.setCookie(name, returned.token, attributes);
          }),
        },
      ],
    },
    endpoints: {
      verifySecondStep: createAuthEndpoint(SECOND_STEP_PATH, { method: "POST", body: verifyBody }, async (context) => {
        const challenge = context.context.createAuthCookie(CHALLENGE.name);
        const userId = await answerChallenge(dependencies, {
          token: context.getCookie(challenge.name),
          code: context.body.code,
          headers: context.headers,
        });
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(userId);
        if (!user) throw context.error("UNAUTHORIZED", { code: "CHALLENGE_OVER" });
        await setSessionCookie(context, { session: await internalAdapter.createSession(userId), user });
        context.setCookie(challenge.name, "", { ...challenge.attributes, maxAge: 0 });
        if (context.body.trustDevice) {
          const token = makeToken();
          await trustDevice(db, { tokenHash: hashToken(token), userId, expiresAt: inSeconds(TRUST.seconds) });
          const { name, attributes } = context.context.createAuthCookie(TRUST.name, { maxAge: TRUST.seconds });
          context.setCookie(name, token, attributes);
        }
        return context.json({ status: true });
      }),
    },
    rateLimit: [{ pathMatcher: (path: string) => path === SECOND_STEP_PATH, window: 60, max: dependencies.maxPerMinute }],
  } satisfies BetterAuthPlugin;
}
