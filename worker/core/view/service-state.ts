/** State of one part of the service, as its status page shows it. */
export type PartState = "works" | "slow" | "stuck";

/** Age from which waiting work means that a part of the service does not keep up. */
const SLOW_MS = 10 * 60_000;

/** Judges a part of the service by the age of its oldest waiting work (null: nothing waits). Without any activity meanwhile, it is stuck. */
export function partState({ oldestMs, isActive }: { oldestMs: number | null; isActive: boolean }): PartState {
  if (oldestMs === null || oldestMs < SLOW_MS) return "works";
  return isActive ? "slow" : "stuck";
}
