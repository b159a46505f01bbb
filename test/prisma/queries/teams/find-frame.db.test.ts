import { afterAll, beforeAll, expect, it } from "vitest";
import { findSignedIn } from "#prisma/queries/security/find-signed-in.ts";
import { findFrame } from "#prisma/queries/teams/find-frame.ts";
import { DAY_MS, NOW, type PeopleFixture, startPeople } from "#test/prisma/queries/people/people-fixture.ts";

let fixture: PeopleFixture;
beforeAll(async () => {
  fixture = await startPeople();
});
afterAll(() => fixture?.close());

/** Creates a session of a person. `token` is also its id. */
function addSession(userId: string, token: string, teamId: string | null = null) {
  return fixture.db.session.create({ data: { id: token, token, userId, teamId, expiresAt: new Date(NOW.getTime() + DAY_MS) } });
}

it("finds the person of a session, in the team that they chose in it", async () => {
  const { db, team } = fixture;
  const [site] = fixture.sites;
  const userId = await fixture.addMember("ben@two.example", { role: "editor", allSites: false, siteIds: [site] });
  const other = await db.team.create({
    data: { name: "Other", plan: "agency", members: { create: { userId, role: "owner" } } },
  });
  await db.member.update({
    where: { teamId_userId: { teamId: other.id, userId } },
    data: { createdAt: new Date("2040-01-01T00:00:00Z") },
  });
  await addSession(userId, "of-first");
  await addSession(userId, "of-other", other.id);
  expect(await findSignedIn(db, "of-first")).toEqual({
    sessionId: "of-first",
    userId,
    email: "ben@two.example",
    expiresAt: new Date(NOW.getTime() + DAY_MS),
    lastSeenAt: expect.any(Date),
    member: {
      ...{ userId, email: "ben@two.example", role: "editor", plan: expect.any(String) },
      teamId: { teamId: team.teamId, siteIds: [site] },
    },
  });
  expect((await findSignedIn(db, "of-other"))?.member).toMatchObject({ teamId: other.id, role: "owner", plan: "agency" });
});

it("finds a person without a team, and nobody for a token that is none", async () => {
  const userId = await fixture.addUser("alone@two.example");
  await addSession(userId, "alone");
  expect(await findSignedIn(fixture.db, "alone")).toMatchObject({ userId, member: null });
  expect(await findSignedIn(fixture.db, "alon")).toBeNull();
});

it("shows the teams of the person alone, in the order in which they joined, and what the team must know", async () => {
  const { db, team } = fixture;
  const userId = await fixture.addMember("cleo@two.example");
  await fixture.addMember("stranger@two.example");
  const [late, early] = [new Date("2041-01-01T00:00:00Z"), new Date("2001-01-01T00:00:00Z")];
  for (const [name, createdAt] of [["Late", late] as const, ["Early", early] as const])
    await db.team.create({ data: { name, members: { create: { userId, role: "owner", createdAt } } } });
  const frame = await findFrame(db, { userId, teamId: team.teamId });
  const own = await db.team.findUniqueOrThrow({ where: { id: team.teamId } });
  expect(frame?.teams.map(({ name }) => name)).toEqual(["Early", own.name, "Late"]);
  expect(frame?.teams[1]).toEqual({ id: team.teamId, name: own.name, role: expect.any(String) });
  expect(frame).toMatchObject({
    service: { closing: null, held: null, stopped: [] },
    plan: { subscription: null, proTrialEndsAt: own.proTrialEndsAt },
    effects: { sells: true },
  });
});

it("shows a failed payment, a pause, and that the service closes", async () => {
  const { db, team } = fixture;
  const { teamId } = team;
  const since = new Date("2026-11-28T08:00:00Z");
  const subscription = { id: "sub_1", teamId, plan: "pro", status: "past_due", pastDueSince: since } as const;
  await db.subscription.upsert({ where: { teamId }, create: subscription, update: subscription });
  await db.team.update({ where: { id: teamId }, data: { heldAt: NOW, heldReason: "too fast" } });
  await db.switch.upsert({
    where: { name: "mails" },
    create: { name: "mails", isOn: false, changedAt: NOW },
    update: { isOn: false },
  });
  await db.windDown.create({ data: { id: "service", stage: "announced", isDone: true, endsAt: NOW } });
  const frame = await findFrame(db, { userId: "nobody", teamId });
  expect(frame).toMatchObject({
    teams: [],
    service: {
      closing: { title: "Flawless closes on 29 November 2026." },
      held: { reason: "too fast" },
      stopped: ["all mails"],
    },
    plan: { subscription: { plan: "pro", status: "past_due", pastDueSince: since } },
    effects: { sells: false, crawls: true },
  });
});

it("shows nothing of a team that is gone", async () => {
  expect(await findFrame(fixture.db, { userId: "nobody", teamId: "gone" })).toBeNull();
});
