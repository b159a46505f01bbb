const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Limits on guesses and on mail to an address, from all machines together. Right answers are taken back from the count. The callers say what
 * each is counted by.
 */
export const ATTEMPT_LIMITS = {
  /** Wrong passwords from a browser in which this user had signed in before. Others' attempts do not count for it. */
  signInFromDevice: { kind: "sign-in-device", max: 20, windowMs: 10 * MINUTE_MS },
  /** Wrong passwords for an address from one source. */
  signInFromSource: { kind: "sign-in-source", max: 20, windowMs: 10 * MINUTE_MS },
  /** The same over a day, where sources can be told apart: one source alone must not use up what an address has. */
  signInFromSourceInDay: { kind: "sign-in-source-day", max: 50, windowMs: DAY_MS },
  /** Wrong passwords for all addresses together from one source. */
  signInFromSourceToAll: { kind: "sign-in-source-all", max: 100, windowMs: 10 * MINUTE_MS },
  /** Wrong passwords for an address from everywhere. NIST SP 800-63B allows a hundred. */
  signInToAddress: { kind: "sign-in-address", max: 100, windowMs: DAY_MS },
  /** Wrong passwords from someone who is signed in: to change it, or to confirm what cannot be undone. */
  ownPassword: { kind: "own-password", max: 10, windowMs: 10 * MINUTE_MS },
  /** Mails to an address. Beyond, nothing more is sent; the links in the ones before still work. */
  signUpMail: { kind: "sign-up-mail", max: 5, windowMs: 60 * MINUTE_MS },
  resetMail: { kind: "reset-mail", max: 5, windowMs: 60 * MINUTE_MS },
} as const;

/**
 * Requests from one network address, by Better Auth's own counter; seconds. The longest window decides when it removes rows of its table,
 * where the limits above are counted, too: it must not be shorter than any of theirs.
 */
export const SOURCE_LIMITS = {
  "/sign-up/start": { window: 86_400, max: 100 },
  "/sign-up/finish": { window: 600, max: 30 },
  "/request-password-reset": { window: 600, max: 20 },
  "/reset-password": { window: 600, max: 30 },
  "/change-password": { window: 600, max: 30 },
};
