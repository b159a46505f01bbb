import type { CheckId } from "../check-kinds.ts";

/** Number of threads that ended on the same Blocks; `hung`: the last one did not answer. */
export type ThreadEnds = { count: number; hung: boolean };

export const NO_ENDS: ThreadEnds = { count: 0, hung: false };

/** The next try of Blocks on which a thread ended: each Block alone, all for spelling only, or none. */
export type NextTry = "each-alone" | "spelling-only" | "skip";

/**
 * Decides after a thread ended on Blocks, from what happened to them before:
 * 1. Several Blocks are tried again, each alone, to find the one at fault.
 * 2. One Block is tried again for spelling only, because grammar is what breaks threads.
 * 3. A Block that ends a thread a third time, or a second time with a hang, is skipped: a hang costs the most.
 */
export function afterFault(
  before: ThreadEnds,
  { hung, blocks, only }: { hung: boolean; blocks: number; only: readonly CheckId[] },
): { ends: ThreadEnds; next: NextTry } {
  const ends = { count: before.count + 1, hung };
  if (ends.count === 1 && blocks > 1) return { ends, next: "each-alone" };
  const isLast = ends.count > 2 || (ends.count === 2 && (before.hung || hung));
  const canSpell = only.includes("spelling") && only.includes("grammar");
  return { ends, next: isLast || !canSpell ? "skip" : "spelling-only" };
}
