const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Limits on guesses and on mail to an address, over all web processes. Right answers are subtracted from the count. Callers
 * choose the subject that is counted.
 */
export const ATTEMPT_LIMITS = {
  /** Wrong passwords from a browser that this user signed in with before. Attempts elsewhere do not count. */
  signInFromDevice: { kind: "sign-in-device", max: 20, windowMs: 10 * MINUTE_MS },
  /** Wrong passwords for an address from one source. */
  signInFromSource: { kind: "sign-in-source", max: 20, windowMs: 10 * MINUTE_MS },
  /** The same over a day, if sources are known: one source alone must not use up an address's allowance. */
  signInFromSourceInDay: { kind: "sign-in-source-day", max: 50, windowMs: DAY_MS },
  /** Wrong passwords for all addresses together from one source. */
  signInFromSourceToAll: { kind: "sign-in-source-all", max: 100, windowMs: 10 * MINUTE_MS },
  /** Wrong passwords for an address from all sources. NIST SP 800-63B allows a hundred. */
  signInToAddress: { kind: "sign-in-address", max: 100, windowMs: DAY_MS },
  /** Wrong passwords from a signed-in user, when changing it or confirming an irreversible action. */
  ownPassword: { kind: "own-password", max: 10, windowMs: 10 * MINUTE_MS },
  /** Mails to an address. Beyond the limit no more are sent, but earlier links still work. */
  signUpMail: { kind: "sign-up-mail", max: 5, windowMs: 60 * MINUTE_MS },
  resetMail: { kind: "reset-mail", max: 5, windowMs: 60 * MINUTE_MS },
} as const;

/**
 * Requests from one network address, counted by Better Auth; in seconds. Better Auth deletes rows of its table after the
 * longest window here. The limits above use the same table, so none of their windows may be longer.
 */
export const SOURCE_LIMITS = {
  "/sign-up/start": { window: 86_400, max: 100 },
  "/sign-up/finish": { window: 600, max: 30 },
  "/sign-up/join": { window: 600, max: 30 },
  "/request-password-reset": { window: 600, max: 20 },
  "/reset-password": { window: 600, max: 30 },
  "/change-password": { window: 600, max: 30 },
};
