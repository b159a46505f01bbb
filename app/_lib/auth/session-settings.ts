const DAY_SECONDS = 86_400;
const LONGEST_USER_AGENT = 300;

/**
 * A session ends seven days after its last use, and thirty days after sign-in at the latest; a database trigger enforces the
 * latter.
 */
export const SESSION_SETTINGS = { expiresIn: 7 * DAY_SECONDS, updateAge: DAY_SECONDS };

/** Shortens the User-Agent header to a length that can be shown. */
export const SESSION_HOOKS = {
  create: {
    before: async ({ userAgent }: { userAgent?: string | null | undefined }) => ({
      data: { userAgent: userAgent?.slice(0, LONGEST_USER_AGENT) ?? "" },
    }),
  },
};

/** True if Better Auth prolongs a session when it is next read: a day after it last did, and until it ends. */
export function isDueForRenewal(expiresAt: Date, now: Date): boolean {
  const { expiresIn, updateAge } = SESSION_SETTINGS;
  return expiresAt.getTime() - (expiresIn - updateAge) * 1000 <= now.getTime();
}
