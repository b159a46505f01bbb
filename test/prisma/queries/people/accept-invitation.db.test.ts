import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptInvitation, joinWithNewAccount } from "#prisma/queries/people/accept-invitation.ts";
import { findInvitation } from "#prisma/queries/people/find-invitation.ts";
import { sendInvitationAgain, withdrawInvitation } from "#prisma/queries/people/invite.ts";
import { ensureMember } from "#prisma/queries/teams/ensure-member.ts";
import { DAY_MS, linkAt, NOW, type PeopleFixture, startPeople } from "./people-fixture.ts";

const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

describe("an invitation", () => {
  let fixture: PeopleFixture;
  beforeAll(async () => {
    fixture = await startPeople();
  });
  afterAll(() => fixture?.close());

  const accept = (token: string, userId: string, now = NOW) =>
    acceptInvitation(fixture.db, { token, userId, sessionId: "none", now });
  const join = (token: string, now = NOW) => joinWithNewAccount(fixture.db, { token, passwordHash: "hash", now });
  const memberOf = async (userId: string) =>
    fixture.db.member.findUnique({ where: { teamId_userId: { teamId: fixture.team.teamId, userId } } });
  const idOf = async (email: string) => (await fixture.db.invitation.findFirstOrThrow({ where: { email } })).id;

  it("makes an account a member with the role and the sites that it names", async () => {
    const [site] = fixture.sites;
    const userId = await fixture.addUser("ben@client.example");
    const token = await fixture.inviteOne("ben@client.example", { role: "viewer", allSites: false, siteIds: [site] });
    expect(await findInvitation(fixture.db, token, NOW)).toMatchObject({
      state: "open",
      invitedBy: "owner@harbour.example",
      hasAccount: true,
      sites: ["bakery"],
    });
    expect(await accept(token, userId)).toEqual({ teamId: fixture.team.teamId });
    expect(await memberOf(userId)).toMatchObject({ role: "viewer", allSites: false, siteIds: [site] });
    expect(await ensureMember(fixture.db, userId)).toMatchObject({
      role: "viewer",
      teamId: { teamId: fixture.team.teamId, siteIds: [site] },
    });
  });

  it("shows the new team in the session that accepted it, and the first one in others", async () => {
    const { db, team } = fixture;
    const userId = await fixture.addUser("two-teams@client.example");
    const own = await ensureMember(db, userId);
    for (const id of ["here", "elsewhere"])
      await db.session.create({ data: { id, token: id, userId, expiresAt: new Date(Date.now() + DAY_MS) } });
    const token = await fixture.inviteOne("two-teams@client.example");
    await acceptInvitation(db, { token, userId, sessionId: "here", now: NOW });
    // The seed's creation times are the database's, after NOW.
    await db.member.updateMany({ where: { userId, teamId: team.teamId }, data: { createdAt: later(3_650) } });
    expect((await ensureMember(db, userId, "here"))?.teamId).toBe(team.teamId);
    expect((await ensureMember(db, userId, "elsewhere"))?.teamId).toBe(own?.teamId);
  });

  it("creates a verified account for an address without one, once", async () => {
    const token = await fixture.inviteOne("carla@client.example");
    const made = await join(token);
    if (typeof made === "string") throw new Error(made);
    expect(await fixture.db.user.findUnique({ where: { id: made.userId } })).toMatchObject({
      email: "carla@client.example",
      emailVerified: true,
    });
    expect(await memberOf(made.userId)).toMatchObject({ role: "editor" });
    expect(await join(token)).toBe("used");
    expect(await fixture.db.user.count({ where: { email: "carla@client.example" } })).toBe(1);
  });

  it("creates no second account where there is one", async () => {
    await fixture.addUser("dora@client.example");
    const token = await fixture.inviteOne("dora@client.example");
    expect(await join(token)).toBe("account-exists");
    expect(await findInvitation(fixture.db, token, NOW)).toMatchObject({ state: "open", hasAccount: true });
  });

  it("is used once, however often its link is used at the same time", async () => {
    const token = await fixture.inviteOne("many@client.example");
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => join(token)));
    expect(outcomes.filter((outcome) => typeof outcome !== "string")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "used")).toHaveLength(7);
    expect(
      await fixture.db.activity.count({ where: { kind: "person_joined", userId: { not: null }, subjectId: null } }),
    ).toBeGreaterThan(0);
    const { id } = await fixture.db.user.findUniqueOrThrow({ where: { email: "many@client.example" } });
    expect(await fixture.db.activity.count({ where: { kind: "person_joined", userId: id } })).toBe(1);
  });

  it("is for the account of its address only, in any case of letters", async () => {
    const other = await fixture.addUser("other@client.example");
    const token = await fixture.inviteOne("erik@client.example");
    expect(await accept(token, other)).toBe("wrong-account");
    expect(await memberOf(other)).toBeNull();
    const erik = await fixture.addUser("Erik@Client.example");
    expect(await accept(token, erik)).toEqual({ teamId: fixture.team.teamId });
  });

  it("ends after seven days, and works until the last moment", async () => {
    const token = await fixture.inviteOne("frida@client.example");
    expect(await join(token, later(7))).toBe("expired");
    expect(await findInvitation(fixture.db, token, later(7))).toMatchObject({ state: "expired" });
    expect(typeof (await join(token, new Date(later(7).getTime() - 1)))).toBe("object");
  });

  it("ends when it is withdrawn, together with its mail", async () => {
    const token = await fixture.inviteOne("gone@client.example");
    const { teamId, userId: byUserId } = fixture.team;
    const invitationId = await idOf("gone@client.example");
    await withdrawInvitation({ db: fixture.db, now: NOW }, { teamId, byUserId, invitationId });
    expect(await join(token)).toBe("unknown-link");
    expect(await findInvitation(fixture.db, token, NOW)).toBeNull();
    expect(await fixture.db.delivery.count({ where: { email: "gone@client.example" } })).toBe(0);
  });

  it("has one link that works when it is sent again, for the full time, also after it expired", async () => {
    const { db, queue, team } = fixture;
    const old = await fixture.inviteOne("hugo@client.example");
    const link = linkAt(later(8));
    const invitationId = await idOf("hugo@client.example");
    await sendInvitationAgain({ db, queue, now: later(8) }, { teamId: team.teamId, byUserId: team.userId, invitationId, link });
    expect(await join(old, later(8))).toBe("unknown-link");
    expect(typeof (await join(link.token, later(14)))).toBe("object");
  });

  it("changes nothing about someone who has meanwhile become a member", async () => {
    const token = await fixture.inviteOne("ida@client.example", { role: "viewer" });
    const userId = await fixture.addMember("ida@client.example", { role: "owner" });
    expect(await accept(token, userId)).toEqual({ teamId: fixture.team.teamId });
    expect(await memberOf(userId)).toMatchObject({ role: "owner" });
  });

  it("cannot be found by reading the database", async () => {
    const token = await fixture.inviteOne("jon@client.example");
    const row = await fixture.db.invitation.findFirstOrThrow({ where: { email: "jon@client.example" } });
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await join(row.tokenHash)).toBe("unknown-link");
  });
});
