import { expect, it } from "vitest";
import { firstRows } from "#app/_lib/issue-list/first-rows.ts";

it.each([
  [[50], [10]],
  [[3], [3]],
  [
    [6, 6, 6],
    [6, 4, 0],
  ],
  [[], []],
])("draws the first rows of groups of %j as %j", (groups, drawn) => {
  expect(firstRows(groups)).toEqual(drawn);
});
