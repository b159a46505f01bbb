import type { LearnedTrapCode } from "./learned-trap.ts";

/** Why the frontier turned an address away. Each is also a code of `NotChecked`. */
export type RefusalCode = LearnedTrapCode | "trap-path" | "variants" | "acts" | "depth" | "too-many-addresses";

/** Counts the addresses turned away, by reason, with the first address of each as an example. */
export type Refusals = ReadonlyMap<RefusalCode, { count: number; example: string }>;

export function noteRefusal(refusals: Refusals, code: RefusalCode, url: string): Refusals {
  const { count, example } = refusals.get(code) ?? { count: 0, example: url };
  return new Map(refusals).set(code, { count: count + 1, example });
}

export function countRefusals(refusals: Refusals): number {
  return [...refusals.values()].reduce((sum, { count }) => sum + count, 0);
}
