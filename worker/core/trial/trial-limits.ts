/** The Team of all trials. It has no Members, so no one is signed in to it. */
export const TRIAL_TEAM_ID = "trials";
/** Pages read for a visitor without an account. */
export const TRIAL_PAGES = 5;
/** Time for which a result can be seen and kept: longer than the link works that finishes a sign-up. */
export const TRIAL_KEPT_MS = 48 * 3_600_000;
/** Time for which other visitors who try the same address get the same result. */
export const TRIAL_SHARED_MS = 6 * 3_600_000;
/** Websites that one visitor may try in an hour. */
export const TRIES_PER_VISITOR = 3;
