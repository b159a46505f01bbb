/**
 * State of the back-off for one host. `share`: current fraction of the full pace, above 0 to 1. Times are milliseconds to the
 * first byte: `usualMs` is the host's usual time, `recentMs` its recent one; null before the first answer.
 */
export type BackOff = {
  share: number;
  usualMs: number | null;
  recentMs: number | null;
  /** Answers since the last change of the share. */
  answers: number;
  /** Consecutive refusals (429, 503). */
  refusals: number;
};

export const FULL_PACE: BackOff = { share: 1, usualMs: null, recentMs: null, answers: 0, refusals: 0 };

/** Minimum share; `underShare` always leaves one request at a time. */
const LEAST_SHARE = 1 / 8;
/** Weight of a new answer in the recent time. */
const RECENT_WEIGHT = 0.25;
/**
 * Weights of a new answer in the usual time: it follows quicker answers fast and slower ones slowly, so that a permanently slow
 * host becomes the new normal.
 */
const QUICKER_WEIGHT = 0.25;
const SLOWER_WEIGHT = 0.002;
/**
 * A host is slowing down if its answers exceed the usual time by both this factor and this margin; below that, the cause may be
 * the network or us.
 */
const SLOW_FACTOR = 2.5;
const SLOW_MARGIN_MS = 500;
/** Answers at a share before it is changed again. */
const ANSWERS_TO_JUDGE = 6;
const STEP_UP = 1 / 8;

/** One answer, as a measure of the load on the host. `ms`: time to first byte. */
export type AnswerSign = { ms: number; isRefusal: boolean };

/**
 * Returns the back-off after one answer, by additive increase and multiplicative decrease (as in TCP, RFC 5681): a refusal, or
 * answers slow for this host, halve the share; answers at the usual time restore it step by step.
 */
export function backOffAfter(before: BackOff, { ms, isRefusal }: AnswerSign): BackOff {
  if (isRefusal) return { ...before, share: halved(before.share), recentMs: null, answers: 0, refusals: before.refusals + 1 };
  const usualMs = before.usualMs === null ? ms : mix(before.usualMs, ms, ms < before.usualMs ? QUICKER_WEIGHT : SLOWER_WEIGHT);
  const recentMs = before.recentMs === null ? ms : mix(before.recentMs, ms, RECENT_WEIGHT);
  const now = { ...before, usualMs, recentMs, answers: before.answers + 1, refusals: 0 };
  if (now.answers < ANSWERS_TO_JUDGE) return now;
  if (recentMs > Math.max(SLOW_FACTOR * usualMs, usualMs + SLOW_MARGIN_MS))
    return { ...now, share: halved(now.share), recentMs: null, answers: 0 };
  return now.share < 1 ? { ...now, share: Math.min(1, now.share + STEP_UP), answers: 0 } : now;
}

/** Returns the concurrent requests for a share of a pace, at least one. */
export function underShare(atATime: number, share: number): number {
  return Math.max(1, Math.floor(atATime * share));
}

function halved(share: number): number {
  return Math.max(LEAST_SHARE, share / 2);
}

function mix(before: number, now: number, weight: number): number {
  return before + weight * (now - before);
}
