import { describe, expect, it } from "vitest";
import { keepShown, NOTHING_SELECTED, toggleSelected, withSelected } from "#app/_lib/issue-list/list-selection.ts";

const SHOWN = ["a", "b", "c", "d"];

describe("the selection of a list", () => {
  it("selects a range from the last one, in both directions", () => {
    const first = toggleSelected(NOTHING_SELECTED, SHOWN, "c", false);
    expect([...toggleSelected(first, SHOWN, "a", true).ids].sort()).toEqual(["a", "b", "c"]);
    expect([...toggleSelected(first, SHOWN, "d", true).ids].sort()).toEqual(["c", "d"]);
  });

  it("selects one if there is no range, and deselects it the second time", () => {
    const one = toggleSelected(NOTHING_SELECTED, SHOWN, "b", true);
    expect([...one.ids]).toEqual(["b"]);
    expect(toggleSelected(one, SHOWN, "b", false).ids.size).toBe(0);
  });

  it("drops what the list no longer shows, unless all pages are selected", () => {
    const some = withSelected(NOTHING_SELECTED, ["a", "d"], true);
    expect([...keepShown(some, ["d", "e"]).ids]).toEqual(["d"]);
    expect([...keepShown({ ...some, isBeyond: true }, ["d", "e"]).ids]).toEqual(["a", "d"]);
  });

  it("is nothing again once the last is deselected", () => {
    const beyond = { ...withSelected(NOTHING_SELECTED, ["a"], true), isBeyond: true };
    expect(withSelected(beyond, ["a"], false)).toEqual(NOTHING_SELECTED);
  });
});
