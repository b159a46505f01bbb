import { describe, expect, it } from "vitest";
import { allowsSite, keyOf, seesAllSites, teamOf } from "#worker/core/people/team-scope.ts";

const SOME = { teamId: "team", siteIds: ["one", "two"] };

describe("a TeamScope", () => {
  it("is the Team's id for someone who sees all sites, also those to come", () => {
    expect([teamOf("team"), seesAllSites("team"), allowsSite("team", "any")]).toEqual(["team", true, true]);
  });

  it("allows only the named sites otherwise", () => {
    expect([teamOf(SOME), seesAllSites(SOME), allowsSite(SOME, "two"), allowsSite(SOME, "three")]).toEqual([
      "team",
      false,
      true,
      false,
    ]);
    expect(allowsSite({ teamId: "team", siteIds: [] }, "one")).toBe(false);
  });

  it("has a key of its own, so that no kept answer is given to someone who sees less", () => {
    const scopes = [
      "team",
      "other",
      SOME,
      { ...SOME, siteIds: ["one"] },
      { ...SOME, siteIds: [] },
      { ...SOME, teamId: "other" },
    ];
    expect(new Set(scopes.map(keyOf)).size).toBe(scopes.length);
    expect(keyOf(SOME)).toBe(keyOf({ ...SOME, siteIds: [...SOME.siteIds] }));
  });
});
