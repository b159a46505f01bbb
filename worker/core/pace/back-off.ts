/**
 * How far a host's pace is turned down, and what that is judged by. `share`: the part of the pace in force, above 0 to 1. Times are
 * milliseconds to the first byte: `usualMs` is what this host needs, `recentMs` what it needed of late; null before the first answer.
 */
export type BackOff = {
  share: number;
  usualMs: number | null;
  recentMs: number | null;
  /** Answers since the share was last changed. */
  answers: number;
  /** Refusals (429, 503) in a row. */
  refusals: number;
};

export const FULL_PACE: BackOff = { share: 1, usualMs: null, recentMs: null, answers: 0, refusals: 0 };

/** Least share: one request at a time of whatever the pace allows is kept by who computes it. */
const LEAST_SHARE = 1 / 8;
/** Recent answers count for so much against those before. */
const RECENT_WEIGHT = 0.25;
/** The usual time follows quicker answers fast and slower ones slowly, so that a host that is slow for good becomes the new measure. */
const QUICKER_WEIGHT = 0.25;
const SLOWER_WEIGHT = 0.002;
/** A host is slowing down when its answers take so many times the usual, and so much longer: below that, the network or we may be slow. */
const SLOW_FACTOR = 2.5;
const SLOW_MARGIN_MS = 500;
/** Answers under the new share before it is judged. */
const ANSWERS_TO_JUDGE = 6;
const STEP_UP = 1 / 8;

/** What one answer says about how the host bears us. `ms`: until its first byte. */
export type AnswerSign = { ms: number; isRefusal: boolean };

/**
 * Additive increase, multiplicative decrease (as TCP, RFC 5681): a refusal, or answers that get slow against the host's own usual time,
 * halve the share; answers at the usual time bring it back step by step.
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

/** Requests at a time under a share of a pace: one at least. */
export function underShare(atATime: number, share: number): number {
  return Math.max(1, Math.floor(atATime * share));
}

function halved(share: number): number {
  return Math.max(LEAST_SHARE, share / 2);
}

function mix(before: number, now: number, weight: number): number {
  return before + weight * (now - before);
}
