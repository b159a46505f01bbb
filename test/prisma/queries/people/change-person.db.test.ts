import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeIssueState } from "#prisma/queries/issues/decisions/change-issue-state.ts";
import { changePerson } from "#prisma/queries/people/change-person.ts";
import { ensureMember } from "#prisma/queries/teams/ensure-member.ts";
import { findMembers } from "#prisma/queries/teams/find-members.ts";
import { findTeamOfSite, findTeams } from "#prisma/queries/teams/find-teams.ts";
import { startTeam } from "#prisma/queries/teams/start-team.ts";
import { switchTeam } from "#prisma/queries/teams/switch-team.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { DAY_MS, NOW, type PeopleFixture, startPeople } from "./people-fixture.ts";

describe("a member", () => {
  let fixture: PeopleFixture;
  let ben: string;
  beforeAll(async () => {
    fixture = await startPeople();
    ben = await fixture.addMember("ben@harbour.example");
  });
  afterAll(() => fixture?.close());

  const limit = (siteIds: string[]) => {
    const { teamId, userId: byUserId } = fixture.team;
    const access = { role: "editor", allSites: siteIds.length === 0, siteIds } as const;
    return changePerson({ db: fixture.db, now: NOW }, { teamId, byUserId, userId: ben, ...access });
  };
  const addIssue = async (siteId: string) => {
    const text = { text: "recieve", subject: "recieve", excerpt: "We recieve.", message: "?", suggestions: ["receive"] };
    const found = {
      siteId,
      fingerprint: siteId,
      check: "spelling",
      rule: "spelling/unknown",
      severity: "error",
      confidence: 1,
    };
    return (await fixture.db.issue.create({ data: { ...found, ...text, state: "open", openedAt: NOW } })).id;
  };
  const assign = (issueId: string) => {
    const { teamId, userId } = fixture.team;
    return changeIssueState(fixture.db, {
      teamId,
      issueIds: [issueId],
      change: { action: "assign", userId: ben },
      userId,
      now: NOW,
    });
  };

  it("sees the chosen sites from the next request on, and all again later", async () => {
    const [bakery] = fixture.sites;
    await limit([bakery]);
    expect(await ensureMember(fixture.db, ben)).toMatchObject({ teamId: { siteIds: [bakery] } });
    await limit([]);
    expect(await ensureMember(fixture.db, ben)).toMatchObject({ teamId: fixture.team.teamId });
  });

  it("keeps no issues of sites that they no longer see, and gets none", async () => {
    const [bakery, mill] = fixture.sites;
    const issues = [await addIssue(bakery), await addIssue(mill)] as const;
    for (const issueId of issues) await assign(issueId);
    await limit([bakery]);
    const assigned = await fixture.db.issue.findMany({ where: { assigneeId: ben }, select: { siteId: true } });
    expect(assigned).toEqual([{ siteId: bakery }]);
    await expect(assign(issues[1])).rejects.toMatchObject({ code: "forbidden" });
  });

  it("learns of no one who looks after other sites only", async () => {
    const { db, team, sites } = fixture;
    const [bakery, mill] = sites;
    await fixture.addMember("client-of-the-mill@mill.example", { role: "viewer", allSites: false, siteIds: [mill] });
    await fixture.addMember("colleague@bakery.example", { role: "viewer", allSites: false, siteIds: [bakery] });
    const seen = await findMembers(db, { teamId: team.teamId, siteIds: [bakery] });
    expect(seen.map(({ email }) => email)).toEqual([
      "ben@harbour.example",
      "colleague@bakery.example",
      "owner@harbour.example",
    ]);
    expect(await findMembers(db, team.teamId)).toHaveLength(4);
  });

  it("is led to the team of a site that they may see, and of no other", async () => {
    const [bakery, mill] = fixture.sites;
    const seek = (siteId: string, userId = ben) => findTeamOfSite(fixture.db, { userId, siteId });
    expect(await seek(bakery)).toMatchObject({ id: fixture.team.teamId });
    expect(await seek(mill)).toBeNull();
    expect(await seek(bakery, "someone else")).toBeNull();
  });

  it("changes only to teams that they are in, in their own session", async () => {
    const { db } = fixture;
    const other = await seedTeam(db, { email: "other@elsewhere.example" });
    for (const [id, userId] of [
      ["of-ben", ben],
      ["of-other", other.userId],
    ] as const)
      await db.session.create({ data: { id, token: id, userId, expiresAt: new Date(Date.now() + DAY_MS) } });
    const refused = { code: "not-found" };
    await expect(switchTeam(db, { sessionId: "of-ben", userId: ben, teamId: other.teamId })).rejects.toMatchObject(refused);
    const theirs = { sessionId: "of-other", userId: ben, teamId: fixture.team.teamId };
    await expect(switchTeam(db, theirs)).rejects.toMatchObject(refused);
    await switchTeam(db, { sessionId: "of-ben", userId: ben, teamId: fixture.team.teamId });
  });

  it("starts a team of their own once, also with two clicks at the same time", async () => {
    const { db } = fixture;
    const start = () => startTeam({ db, now: NOW }, { userId: ben, sessionId: "of-ben", name: "Ben's" });
    const outcomes = await Promise.allSettled([start(), start()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await findTeams(db, ben)).map(({ name }) => name)).toEqual(expect.arrayContaining(["Ben's"]));
    expect(await ensureMember(db, ben, "of-ben")).toMatchObject({ role: "owner" });
  });
});
