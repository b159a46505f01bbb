import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { joinWithNewAccount } from "#prisma/queries/people/accept-invitation.ts";
import { findInvitationEmail } from "#prisma/queries/people/find-invitation.ts";
import { findPeople } from "#prisma/queries/people/find-people.ts";
import { sendInvitationAgain, withdrawInvitation } from "#prisma/queries/people/invite.ts";
import { removePerson } from "#prisma/queries/people/remove-person.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { DAY_MS, linkAt, NOW, type PeopleFixture, startPeople } from "./people-fixture.ts";

describe("inviting", () => {
  let fixture: PeopleFixture;
  beforeAll(async () => {
    fixture = await startPeople();
  });
  afterAll(() => fixture?.close());

  it("writes one mail that says who invites to what and until when, with a sealed link", async () => {
    const [site] = fixture.sites;
    const token = await fixture.inviteOne("ben@client.example", { role: "viewer", allSites: false, siteIds: [site, site] });
    const mails = await fixture.db.delivery.findMany({ where: { kind: "invitation", email: "ben@client.example" } });
    expect(mails.map(({ payload }) => payload)).toEqual([
      {
        url: { keyId: "none", sealed: expect.stringContaining(token) },
        ...{ invitedBy: "owner@harbour.example", teamName: "owner@harbour.example", role: "viewer", siteCount: 1 },
        expiresAt: "2026-12-06T12:00:00.000Z",
      },
    ]);
  });

  it("refuses a member, and an address with an open invitation", async () => {
    await fixture.addMember("carla@harbour.example");
    const conflict = { code: "conflict" };
    await expect(fixture.inviteOne("carla@harbour.example")).rejects.toMatchObject(conflict);
    await fixture.inviteOne("dora@client.example");
    await expect(fixture.inviteOne("dora@client.example")).rejects.toMatchObject(conflict);
  });

  it("makes one invitation when two owners invite an address at the same time", async () => {
    const outcomes = await Promise.allSettled([
      fixture.inviteOne("both@client.example"),
      fixture.inviteOne("both@client.example"),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await fixture.db.delivery.count({ where: { email: "both@client.example" } })).toBe(1);
  });

  it("replaces an invitation that expired, and one that was used by someone who has left", async () => {
    const { db, team } = fixture;
    await fixture.inviteOne("erik@client.example");
    const again = new Date(NOW.getTime() + 8 * DAY_MS);
    const token = await fixture.inviteOne("erik@client.example", { role: "viewer" }, again);
    const made = await joinWithNewAccount(db, { token, passwordHash: "hash", now: again });
    if (typeof made === "string") throw new Error(made);
    const removal = { teamId: team.teamId, byUserId: team.userId, userId: made.userId, stopMails: false };
    await removePerson({ db, now: again }, removal);
    await fixture.inviteOne("erik@client.example", { role: "editor" }, again);
  });

  it("refuses sites of another team, none at all, and limits no owner", async () => {
    const { db } = fixture;
    const stranger = await seedTeam(db, { email: "stranger@elsewhere.example" });
    const theirs = {
      teamId: stranger.teamId,
      name: "theirs",
      startUrl: "https://t.example/",
      crawlMinute: 1,
      pageLimit: 1,
      nextCrawlAt: NOW,
    };
    const { id } = await db.site.create({ data: theirs, select: { id: true } });
    const some = (siteIds: string[]) => ({ allSites: false, siteIds });
    await expect(fixture.inviteOne("x@client.example", some([id]))).rejects.toMatchObject({ code: "not-found" });
    await expect(fixture.inviteOne("x@client.example", some([]))).rejects.toMatchObject({ code: "invalid-input" });
    await fixture.inviteOne("x@client.example", { role: "owner", ...some([]) });
    expect(await db.invitation.findFirst({ where: { email: "x@client.example" } })).toMatchObject({ allSites: true });
  });

  it("lets no other team send an invitation again, withdraw it or learn its address", async () => {
    const { db, queue } = fixture;
    const stranger = await seedTeam(db, { email: "nosy@elsewhere.example" });
    const { id: invitationId } = await db.invitation.findFirstOrThrow({ where: { email: "dora@client.example" } });
    const { teamId, userId: byUserId } = stranger;
    const attack = { teamId, byUserId, invitationId };
    const refused = { code: "not-found" };
    await expect(findInvitationEmail(db, attack)).rejects.toMatchObject(refused);
    await expect(withdrawInvitation({ db, now: NOW }, attack)).rejects.toMatchObject(refused);
    await expect(sendInvitationAgain({ db, queue, now: NOW }, { ...attack, link: linkAt(NOW) })).rejects.toMatchObject(refused);
    expect((await findPeople(db, { teamId, now: NOW })).invitations).toEqual([]);
  });

  it("lists open invitations with those that expired, and not those that were accepted", async () => {
    const { db, team } = fixture;
    const { invitations, people } = await findPeople(db, { teamId: team.teamId, now: new Date(NOW.getTime() + 7 * DAY_MS) });
    const shown = Object.fromEntries(invitations.map(({ email, isExpired }) => [email, isExpired]));
    expect(shown).toMatchObject({ "dora@client.example": true, "erik@client.example": false });
    expect(people.map(({ email }) => email)).toEqual(["carla@harbour.example", "owner@harbour.example"]);
  });
});
