import { describe, expect, it } from "vitest";
import { type ListEvent, markList, NO_MARKS, neighbourOf } from "#app/_lib/issue-list/list-marks.ts";

const marksAfter = (...events: ListEvent[]) => events.reduce(markList, NO_MARKS);
const hidden = (...events: ListEvent[]) => [...marksAfter(...events).leaving.keys()];
const leave = (decision: number, ...ids: string[]): ListEvent => ({ type: "leave", decision, ids });

describe("markList", () => {
  it("hides issues at once, and after the server accepted until it sends the list again", () => {
    expect(hidden(leave(1, "a", "b"))).toEqual(["a", "b"]);
    expect(hidden(leave(1, "a"), { type: "accepted", decision: 1 })).toEqual(["a"]);
    expect(hidden(leave(1, "a"), { type: "accepted", decision: 1 }, { type: "listed", ids: ["b"] })).toEqual([]);
  });

  it("keeps what is still on its way hidden when a list of before arrives", () => {
    const events: ListEvent[] = [
      leave(1, "a"),
      leave(2, "b"),
      { type: "accepted", decision: 1 },
      { type: "listed", ids: ["b"] },
    ];
    expect(hidden(...events)).toEqual(["b"]);
    expect(hidden(...events, { type: "accepted", decision: 2 }, { type: "listed", ids: [] })).toEqual([]);
  });

  it("brings back only what the server refuses, with its reason", () => {
    const refused: ListEvent = { type: "refused", decision: 2, ids: ["b"], reason: "You can only view." };
    const marks = marksAfter(leave(1, "a"), leave(2, "b"), refused);
    expect([...marks.leaving.keys()]).toEqual(["a"]);
    expect([...marks.refused]).toEqual([["b", "You can only view."]]);
  });

  it("forgets a refusal once it is tried again or the issue is gone", () => {
    const refused: ListEvent = { type: "refused", decision: 1, ids: ["a"], reason: "No." };
    expect(marksAfter(leave(1, "a"), refused, leave(2, "a")).refused.size).toBe(0);
    expect(marksAfter(leave(1, "a"), refused, { type: "listed", ids: ["b"] }).refused.size).toBe(0);
    expect(marksAfter(leave(1, "a"), refused, { type: "listed", ids: ["a"] }).refused.size).toBe(1);
  });

  it("shows an undone issue again, even if its list came before", () => {
    expect(hidden(leave(1, "a"), { type: "accepted", decision: 1 }, { type: "returned", ids: ["a"] })).toEqual([]);
  });

  it("shows an assignment at once and takes a refused one back", () => {
    const assign: ListEvent = { type: "assign", decision: 1, ids: ["a"], userId: "ann" };
    expect(marksAfter(assign).assigned.get("a")?.userId).toBe("ann");
    expect(marksAfter(assign, { type: "refused", decision: 1, ids: ["a"], reason: "No." }).assigned.size).toBe(0);
    expect(marksAfter(assign, { type: "accepted", decision: 1 }, { type: "listed", ids: ["a"] }).assigned.size).toBe(0);
  });
});

describe("neighbourOf", () => {
  it("is the next that stays, else the one before, else none", () => {
    expect(neighbourOf(["a", "b", "c"], new Set(["a"]))).toBe("b");
    expect(neighbourOf(["a", "b", "c", "d"], new Set(["a", "c"]))).toBe("d");
    expect(neighbourOf(["a", "b", "c"], new Set(["c", "b"]))).toBe("a");
    expect(neighbourOf(["a"], new Set(["a"]))).toBeNull();
  });
});
