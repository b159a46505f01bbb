import { describe, expect, it } from "vitest";
import { may, RIGHTS, type Right, ROLES, refusalOf } from "#worker/core/people/rights.ts";

const SOME = { teamId: "team", siteIds: ["site"] };
const rights = Object.keys(RIGHTS).filter((name): name is Right => Object.hasOwn(RIGHTS, name));
const heldBy = (role: (typeof ROLES)[number], teamId: Parameters<typeof may>[0]["teamId"] = "team") =>
  rights.filter((right) => may({ role, teamId }, right)).sort();

describe("the rights of each role", () => {
  it("let an owner do everything", () => {
    expect(heldBy("owner")).toEqual([...rights].sort());
  });

  it("keep people, plan and payment from an editor", () => {
    const kept = rights.filter((right) => !may({ role: "editor", teamId: "team" }, right));
    expect(kept.sort()).toEqual(["billing.change", "people.change", "team.export", "tokens.change"]);
  });

  it("let a viewer see the sites, the people and the plan, and leave", () => {
    expect(heldBy("viewer")).toEqual([
      "billing.see",
      "channels.see",
      "people.see",
      "sites.see",
      "style.see",
      "team.belong",
      "words.see",
    ]);
  });

  it("keep what concerns all sites from an editor of some", () => {
    const lost = heldBy("editor").filter((right) => !may({ role: "editor", teamId: SOME }, right));
    expect(lost).toEqual([
      "activity.see",
      "brand.change",
      "channels.change",
      "channels.see",
      "people.see",
      "sites.add",
      "sites.delete",
      "style.change",
      "words.change-team",
    ]);
  });

  it("never give a person with some sites more than one of the same role with all", () => {
    for (const role of ROLES) for (const right of heldBy(role, SOME)) expect(may({ role, teamId: "team" }, right)).toBe(true);
  });

  it("name the reason of each refusal in a sentence", () => {
    for (const right of rights)
      for (const role of ROLES)
        for (const teamId of ["team", SOME])
          expect(refusalOf({ role, teamId }, right) ?? "Allowed.", `${role} ${right}`).toMatch(/^[A-Z].*\.$/);
  });

  it("say to an editor of some sites that it concerns all of them, not that they are a viewer", () => {
    expect(refusalOf({ role: "editor", teamId: SOME }, "sites.add")).toMatch(/some of this team's sites only/);
    expect(refusalOf({ role: "viewer", teamId: SOME }, "sites.add")).toMatch(/You can view/);
  });
});
