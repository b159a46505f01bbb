import { expect, it } from "vitest";
import { assignable } from "#worker/core/people/assignable.ts";

it("offers issues to those only who see all of their sites", () => {
  const [all, one, both, none] = [{ siteIds: null }, { siteIds: ["a"] }, { siteIds: ["a", "b"] }, { siteIds: [] }];
  const members = [all, one, both, none];
  expect(assignable(members, ["a"])).toEqual([all, one, both]);
  expect(assignable(members, ["a", "b"])).toEqual([all, both]);
  expect(assignable(members, ["c"])).toEqual([all]);
});
