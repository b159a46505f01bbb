import { describe, expect, it } from "vitest";
import type { UndoObstacle } from "#worker/core/issues/decisions/issue-decision.ts";
import { outcomeWords } from "#worker/core/issues/decisions/outcome-words.ts";

const undone = (changed: number, ...obstacles: UndoObstacle[]) =>
  outcomeWords({ action: "undo" }, { decisionId: "1", changed, obstacles });

describe("outcomeWords", () => {
  it("says what a decision did", () => {
    const outcome = { decisionId: "1", changed: 2, obstacles: [] };
    expect(outcomeWords({ action: "ignore" }, outcome)).toBe("Ignored: 2 issues.");
    expect(outcomeWords({ action: "assign", userId: "anna" }, outcome)).toBe("Assigned: 2 issues.");
    expect(outcomeWords({ action: "assign", userId: null }, outcome)).toBe("No longer assigned: 2 issues.");
  });

  it("says what could not be undone, and why", () => {
    expect(undone(5)).toBe("Undone.");
    expect(undone(0, "crawl")).toBe("This could not be undone, because a crawl has changed it since.");
    expect(undone(3, "crawl", "crawl")).toBe("2 of 5 could not be undone, because a crawl has changed them since.");
    expect(undone(3, "crawl", "person")).toBe(
      "1 of 5 could not be undone, because a crawl has changed it since. 1 of 5 could not be undone, because it was changed again since.",
    );
  });
});
