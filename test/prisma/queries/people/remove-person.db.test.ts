import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changePerson, handOverTeam } from "#prisma/queries/people/change-person.ts";
import { findActivity } from "#prisma/queries/people/find-activity.ts";
import { leaveTeam, removePerson } from "#prisma/queries/people/remove-person.ts";
import { ensureMember } from "#prisma/queries/teams/ensure-member.ts";
import { deleteUser } from "#prisma/queries/users/delete-user.ts";
import { NOW, type PeopleFixture, startPeople } from "./people-fixture.ts";

const LAST = { code: "conflict" };

describe("who is in a team", () => {
  let fixture: PeopleFixture;
  beforeAll(async () => {
    fixture = await startPeople();
  });
  beforeEach(() => fixture.startAgain());
  afterAll(() => fixture?.close());

  const step = () => ({ db: fixture.db, now: NOW });
  const leave = (userId: string) => leaveTeam(step(), { teamId: fixture.team.teamId, userId, stopMails: true });
  const owners = () => fixture.db.member.count({ where: { teamId: fixture.team.teamId, role: "owner" } });

  it("always has an owner: the last one cannot leave, step back, be removed or delete the account", async () => {
    const { db, team } = fixture;
    const { teamId, userId } = team;
    const ben = await fixture.addMember("ben@harbour.example");
    await expect(leave(userId)).rejects.toMatchObject(LAST);
    const change = { teamId, byUserId: userId, userId, role: "editor" as const, allSites: true, siteIds: [] };
    await expect(changePerson(step(), change)).rejects.toMatchObject(LAST);
    await expect(removePerson(step(), { teamId, byUserId: ben, userId, stopMails: true })).rejects.toMatchObject(LAST);
    await expect(deleteUser(db, userId, NOW)).rejects.toMatchObject(LAST);
    expect(await owners()).toBe(1);
  });

  it.each([
    ["leave", "leave"],
    ["delete", "delete"],
    ["stepBack", "stepBack"],
    ["leave", "delete"],
  ] as const)("keeps one owner when two go at the same time: %s, %s", async (first, second) => {
    const { db, team } = fixture;
    const { teamId } = team;
    const ben = await fixture.addMember("ben@harbour.example", { role: "owner" });
    await fixture.addMember("third@harbour.example");
    const ways = {
      leave,
      delete: (userId: string) => deleteUser(db, userId, NOW),
      stepBack: (userId: string) =>
        changePerson(step(), { teamId, byUserId: userId, userId, role: "viewer", allSites: true, siteIds: [] }),
    };
    const outcomes = await Promise.allSettled([ways[first](team.userId), ways[second](ben)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: LAST });
    expect(await owners()).toBe(1);
  });

  it("is left at once: the next request shows another team, and one of their own to those without", async () => {
    const { db, team } = fixture;
    const ben = await fixture.addMember("ben@harbour.example");
    await db.session.create({
      data: { id: "s", token: "s", userId: ben, teamId: team.teamId, expiresAt: new Date(Date.now() + 100_000) },
    });
    expect((await ensureMember(db, ben, "s"))?.teamId).toBe(team.teamId);
    await leave(ben);
    const after = await ensureMember(db, ben, "s");
    expect(after).toMatchObject({ role: "owner", plan: "free" });
    expect(after?.teamId).not.toBe(team.teamId);
  });

  it("ends the invitations that a removed person sent, and keeps their open issues with no one", async () => {
    const { db, team, sites } = fixture;
    const ben = await fixture.addMember("ben@harbour.example", { role: "owner" });
    await fixture.inviteOne("second-self@ben.example");
    await db.invitation.updateMany({ data: { invitedById: ben } });
    const recipient = { siteId: sites[0], email: "ben@harbour.example", token: "t", confirmedAt: NOW };
    await db.recipient.create({ data: recipient });
    await removePerson(step(), { teamId: team.teamId, byUserId: team.userId, userId: ben, stopMails: true });
    expect(await db.invitation.count()).toBe(0);
    expect(await db.recipient.count({ where: { email: "ben@harbour.example" } })).toBe(0);
  });

  it("keeps the mails of someone who leaves if they are wanted, and those of other teams always", async () => {
    const { db, team, sites } = fixture;
    const ben = await fixture.addMember("ben@harbour.example");
    await db.recipient.create({ data: { siteId: sites[0], email: "ben@harbour.example", token: "t", confirmedAt: NOW } });
    await leaveTeam(step(), { teamId: team.teamId, userId: ben, stopMails: false });
    expect(await db.recipient.count({ where: { email: "ben@harbour.example" } })).toBe(1);
  });

  it("is handed over in one step, and the new owner sees all sites", async () => {
    const { db, team, sites } = fixture;
    const { teamId, userId: byUserId } = team;
    const ben = await fixture.addMember("ben@harbour.example", { allSites: false, siteIds: [sites[0]] });
    await handOverTeam(step(), { teamId, byUserId, userId: ben });
    expect(await ensureMember(db, ben)).toMatchObject({ role: "owner", teamId });
    expect(await ensureMember(db, byUserId)).toMatchObject({ role: "editor" });
    // A second click, or one by the new editor, changes nothing.
    await handOverTeam(step(), { teamId, byUserId, userId: ben });
    expect(await owners()).toBe(1);
  });

  it("names those who are in it in the list of activities, and no one who has left", async () => {
    const { db, team } = fixture;
    const { teamId, userId: byUserId } = team;
    const ben = await fixture.addMember("ben@harbour.example");
    const change = { teamId, byUserId, userId: ben, role: "viewer" as const, allSites: true, siteIds: [] };
    await changePerson(step(), change);
    await fixture.inviteOne("carla@client.example");
    const before = await findActivity(db, { teamId, skip: 0, take: 10 });
    expect(JSON.stringify(before)).toContain("ben@harbour.example");
    expect(before).toMatchObject({ total: 2 });
    await removePerson(step(), { teamId, byUserId, userId: ben, stopMails: true });
    await db.invitation.deleteMany();
    const after = await findActivity(db, { teamId, skip: 0, take: 10 });
    expect(after.activities.map(({ kind }) => kind)).toEqual(["person_removed", "person_invited", "person_changed"]);
    expect(JSON.stringify(after)).not.toMatch(/ben@|carla@/);
    expect(JSON.stringify(await db.activity.findMany())).not.toContain("@");
    expect(await findActivity(db, { teamId, skip: 1, take: 1 })).toMatchObject({
      total: 3,
      activities: [{ kind: "person_invited" }],
    });
  });

  it("has activities that no one can change", async () => {
    await fixture.inviteOne("carla@client.example");
    await expect(fixture.db.activity.updateMany({ data: { kind: "x" } })).rejects.toThrow(/cannot be changed/);
  });
});
