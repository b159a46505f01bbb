const DAY_SECONDS = 86_400;
const LONGEST_USER_AGENT = 300;

/**
 * A session ends seven days after it was last used. It also ends thirty days after its sign-in however much it is used: a trigger of the
 * database sees to that, whoever writes the row.
 */
export const SESSION_SETTINGS = { expiresIn: 7 * DAY_SECONDS, updateAge: DAY_SECONDS };

/** Cuts what a visitor says about the browser to a length that can be shown. */
export const SESSION_HOOKS = {
  create: {
    before: async ({ userAgent }: { userAgent?: string | null | undefined }) => ({
      data: { userAgent: userAgent?.slice(0, LONGEST_USER_AGENT) ?? "" },
    }),
  },
};
