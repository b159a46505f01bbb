import { describe, expect, it } from "vitest";
import { afterFault, type NextTry, NO_ENDS } from "#worker/core/checks/pool/after-fault.ts";

const TEXT = ["spelling", "grammar"] as const;

/** Follows one Block through faults until it is skipped. `first`: Blocks that were checked with it. */
function follow(
  faults: ("death" | "hang")[],
  { first = 1, only = [...TEXT] as readonly ("spelling" | "grammar" | "content")[] } = {},
) {
  const tries: NextTry[] = [];
  let ends = NO_ENDS;
  let checks = only;
  for (const fault of faults) {
    const decided = afterFault(ends, { hung: fault === "hang", blocks: tries.length === 0 ? first : 1, only: checks });
    ends = decided.ends;
    tries.push(decided.next);
    if (decided.next === "skip") break;
    if (decided.next === "spelling-only") checks = ["spelling"];
  }
  return tries;
}

describe("afterFault", () => {
  it("looks for the one at fault among several, then for what it can still check of it, then skips it", () => {
    expect(follow(["death", "death", "death", "death"], { first: 3 })).toEqual(["each-alone", "spelling-only", "skip"]);
    expect(follow(["death", "death", "death"])).toEqual(["spelling-only", "skip"]);
  });

  it.each([
    [["hang", "hang"], 1, ["spelling-only", "skip"]],
    [["hang", "hang"], 3, ["each-alone", "skip"]],
    [["hang", "death"], 3, ["each-alone", "skip"]],
    [["death", "hang"], 3, ["each-alone", "skip"]],
  ] as const)("ends a second thread at most where one hung: %j, of %i Blocks", (faults, first, expected) => {
    expect(follow([...faults], { first })).toEqual(expected);
  });

  it.each([[["spelling"]], [["grammar"]], [["content"]], [[]]] as const)("skips at once where only %j is asked for", (only) => {
    expect(follow(["death"], { only })).toEqual(["skip"]);
  });

  it("ends for every sequence of faults, after three ended threads at the most", () => {
    for (let bits = 0; bits < 16; bits++) {
      const faults = Array.from({ length: 4 }, (_, at) => ((bits >> at) & 1 ? ("hang" as const) : ("death" as const)));
      for (const first of [1, 2]) {
        const tries = follow(faults, { first });
        expect(tries.at(-1)).toBe("skip");
        expect(tries.length).toBeLessThanOrEqual(3);
      }
    }
  });
});
