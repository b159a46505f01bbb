import { underShare } from "./back-off.ts";
import { isCovered } from "./host-lease.ts";
import { type LocalHost, paceOf } from "./local-host.ts";
import { LONGEST_WAIT_MS, type Pace } from "./pace.ts";

/**
 * Says what the next waiting request may do:
 * - `start`: it starts, and `host` counts it. Others may follow.
 * - `refuse`: the host asked for a pause longer than any request waits. All that wait are refused.
 * - `lease`: this process's lease does not cover it.
 * - `pause`: it may start after `ms` milliseconds.
 * - `nothing`: none waits, or as many are under way as the pace allows.
 */
export type Admission<Waiter> =
  | { kind: "start"; next: Waiter; host: LocalHost<Waiter> }
  | { kind: "refuse" }
  | { kind: "lease" }
  | { kind: "pause"; ms: number }
  | { kind: "nothing" };

/** Decides about the request that has waited longest. */
export function admitNext<Waiter>(host: LocalHost<Waiter>, usual: Pace, now: number): Admission<Waiter> {
  const [next] = host.waiting;
  if (next === undefined) return { kind: "nothing" };
  if (host.heldUntil - now > LONGEST_WAIT_MS) return { kind: "refuse" };
  const { atATime, delayMs } = paceOf(host, usual);
  if (host.active >= underShare(atATime, host.backOff.share)) return { kind: "nothing" };
  if (!isCovered(host, now)) return { kind: "lease" };
  const pauseMs = Math.max(host.freeAt, host.heldUntil) - now;
  if (pauseMs > 0) return { kind: "pause", ms: pauseMs };
  const freeAt = delayMs > 0 ? now + delayMs : host.freeAt;
  return {
    kind: "start",
    next,
    host: { ...host, waiting: host.waiting.slice(1), active: host.active + 1, usedAt: now, freeAt },
  };
}
