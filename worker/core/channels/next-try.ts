const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Pauses after the first failures of a message, as Standard Webhooks recommends; then a day each. */
const PAUSES_MS = [...[5 * SECOND_MS, 5 * MINUTE_MS, 30 * MINUTE_MS], ...[2, 5, 10, 14, 20].map((hours) => hours * HOUR_MS)];
/** A message, and a Channel that fails all the time, are given up after this time. */
const GIVE_UP_AFTER_MS = 5 * DAY_MS;
/** A longer Retry-After is not believed. */
const LONGEST_RETRY_AFTER_MS = DAY_MS;
/** Longest part by which a pause is lengthened at random, so that messages that failed together do not return together. */
const JITTER = 0.1;

type Failed = { attempts: number; createdAt: Date; retryAfterMs: number | null };

/**
 * Returns when a message that failed is tried again: after seconds, then minutes, hours and days, and not before the other side's
 * Retry-After. Null after five days. `attempts`: number of failures, at least 1. `random`: 0 to 1.
 */
export function nextTry({ attempts, createdAt, retryAfterMs }: Failed, now: Date, random: number): Date | null {
  if (now.getTime() - createdAt.getTime() >= GIVE_UP_AFTER_MS) return null;
  const pause = (PAUSES_MS[attempts - 1] ?? DAY_MS) * (1 + JITTER * random);
  return new Date(now.getTime() + Math.round(Math.max(pause, Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS))));
}

/** Returns true if a Channel has failed for so long that it is switched off. */
export function isGivenUp(failingSince: Date, now: Date): boolean {
  return now.getTime() - failingSince.getTime() >= GIVE_UP_AFTER_MS;
}
