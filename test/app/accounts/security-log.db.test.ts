import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginTwoFactor, confirmTwoFactor, findPendingSecret } from "#app/_lib/second-step/manage-two-factor.ts";
import { forgetOldRecords } from "#prisma/queries/crawls/forget-old-records.ts";
import { eraseDueDeletions } from "#prisma/queries/deletion/erase-deleted.ts";
import { addRecipient } from "#prisma/queries/recipients/add-recipient.ts";
import { endSession } from "#prisma/queries/security/end-session.ts";
import { findSecurityEvents } from "#prisma/queries/security/find-security-events.ts";
import { findSessions } from "#prisma/queries/security/find-sessions.ts";
import { recordPlanChange } from "#prisma/queries/security/record-plan-change.ts";
import { recordSecurityEvent } from "#prisma/queries/security/record-security-event.ts";
import { endOtherSessions, touchSession } from "#prisma/queries/security/sessions.ts";
import { deleteUser } from "#prisma/queries/users/delete-user.ts";
import { seedSite } from "#test/support/seed/seed-site.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { erasedAt } from "#worker/core/deletion/erased-at.ts";
import { type AccountsFixture, PASSWORD, startAccounts } from "./accounts-fixture.ts";
import { appCode } from "./app-code.ts";

const NEW_PASSWORD = "another long password";
const DAY_MS = 86_400_000;
const SOURCE = { network: "203.0.113.x", device: "Firefox on Windows" };

describe("the security log", () => {
  let fixture: AccountsFixture;
  beforeAll(async () => {
    fixture = await startAccounts();
  });
  afterAll(() => fixture?.close());

  const kindsOf = async (userId: string | null) => {
    const events = await fixture.database.db.securityEvent.findMany({
      where: { userId },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    return events.map(({ kind }) => kind);
  };

  it("records events of every endpoint with their source, and no secrets", async () => {
    const { db } = fixture.database;
    const email = "told@harbour.example";
    const browser = fixture.browser("198.51.100.23");
    await browser.post("/sign-up/start", { email });
    await browser.post("/sign-up/finish", { token: await fixture.readToken("verification", email), password: PASSWORD });
    const { id: userId } = await db.user.findUniqueOrThrow({ where: { email } });
    await browser.post("/sign-out", {});
    await browser.post("/sign-in/email", { email, password: "a wrong password" });
    await browser.post("/sign-in/email", { email, password: PASSWORD });
    await browser.post("/change-password", { currentPassword: "a wrong password", newPassword: NEW_PASSWORD });
    await browser.post("/change-password", { currentPassword: PASSWORD, newPassword: NEW_PASSWORD, revokeOtherSessions: true });
    await browser.post("/request-password-reset", { email });
    await browser.post("/reset-password", { token: await fixture.readToken("reset", email), newPassword: PASSWORD });
    expect((await kindsOf(userId)).sort()).toEqual(
      [
        "address_verified",
        "password_changed",
        "password_refused",
        "password_reset",
        "reset_requested",
        "sign_in_failed",
        "signed_in",
        "signed_in",
        "signed_out",
      ].sort(),
    );
    const events = await db.securityEvent.findMany({ where: { userId } });
    for (const event of events)
      expect(event).toMatchObject({ network: "198.51.100.x", device: "Firefox on Windows", detail: null });
    for (const secret of [PASSWORD, NEW_PASSWORD, "a wrong password", email, "198.51.100.23", ...browser.cookies.values()])
      expect(JSON.stringify(events)).not.toContain(secret);
    expect(await db.delivery.count({ where: { email, kind: "security_notice" } })).toBe(1);
  });

  it("records attempts with an unknown address for no account", async () => {
    const before = await kindsOf(null);
    await fixture.browser().post("/sign-in/email", { email: "unknown@harbour.example", password: PASSWORD });
    expect((await kindsOf(null)).length).toBe(before.length + 1);
  });

  it("records refusals by a limit, only a few during a flood", async () => {
    const email = "flooded@harbour.example";
    const userId = await fixture.createUser(email, PASSWORD);
    const browser = fixture.browser();
    for (let attempt = 0; attempt < 40; attempt += 1)
      await browser.post("/sign-in/email", { email, password: "a wrong password" });
    const kinds = await kindsOf(userId);
    expect(kinds.filter((kind) => kind === "sign_in_failed").length).toBeGreaterThan(0);
    expect(kinds.filter((kind) => kind === "sign_in_limited").length).toBe(10);
  });

  it("shows a user their own events only, newest first and in pages", async () => {
    const { db } = fixture.database;
    const [ann, bob] = [await seedTeam(db, { email: "ann@log.example" }), await seedTeam(db, { email: "bob@log.example" })];
    for (let index = 0; index < 5; index += 1) {
      const now = new Date(fixture.now().getTime() + index);
      await recordSecurityEvent(db, { userId: ann.userId, kind: "site_deleted", detail: `Site ${index}`, source: SOURCE, now });
    }
    const page = (userId: string, skip: number) => findSecurityEvents(db, { userId, skip, take: 2 });
    expect((await page(ann.userId, 0)).events.map(({ detail }) => detail)).toEqual(["Site 4", "Site 3"]);
    expect((await page(ann.userId, 4)).events.map(({ detail }) => detail)).toEqual(["Site 0"]);
    expect(await page(ann.userId, 0)).toMatchObject({ total: 5 });
    expect(await page(bob.userId, 0)).toEqual({ total: 0, events: [] });
  });

  it("records a new recipient together with the change, and neither if it fails", async () => {
    const { db } = fixture.database;
    const { userId, teamId, email } = await seedTeam(db, { email: "owner@log.example" });
    const { siteId } = await seedSite(db, { userId, teamId, email, now: fixture.now() });
    const dependencies = { db, queue: fixture.queue, now: fixture.now() };
    const by = { userId, source: SOURCE };
    const add = (address: string, site = siteId) =>
      addRecipient(dependencies, { teamId, siteId: site, email: address, memberEmail: email, by });
    await add("friend@log.example");
    await expect(add("friend2@log.example", crypto.randomUUID())).rejects.toMatchObject({ code: "not-found" });
    const events = await db.securityEvent.findMany({ where: { userId } });
    expect(events.map(({ kind }) => kind)).toEqual(["recipient_added"]);
    expect(JSON.stringify(events)).not.toContain("friend");
  });

  it("records a new plan for each owner, and for no one in another team", async () => {
    const { db } = fixture.database;
    const { userId, teamId } = await seedTeam(db, { email: "payer@log.example" });
    const other = await seedTeam(db, { email: "viewer@log.example" });
    await db.member.create({ data: { teamId, userId: other.userId, role: "viewer" } });
    await db.$transaction((tx) => recordPlanChange(tx, { teamId, plan: "pro", now: fixture.now() }));
    expect([await kindsOf(userId), await kindsOf(other.userId)]).toEqual([["plan_changed"], []]);
  });

  it("is erased with the account, except for an anonymous record of the deletion", async () => {
    const { db } = fixture.database;
    const { userId } = await seedTeam(db, { email: "leaving@log.example" });
    await recordSecurityEvent(db, { userId, kind: "signed_in", source: SOURCE, now: fixture.now() });
    await deleteUser(db, userId, fixture.now());
    await eraseDueDeletions(db, erasedAt(fixture.now()));
    expect(await kindsOf(userId)).toEqual([]);
    expect(await db.securityEvent.findFirst({ where: { kind: "account_deleted" } })).toMatchObject({
      userId: null,
      network: null,
      device: null,
      detail: null,
    });
  });

  it("deletes events after 365 days, and expired challenges and trusted devices", async () => {
    const { db } = fixture.database;
    const { userId } = await seedTeam(db, { email: "old@log.example" });
    const now = fixture.now();
    const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
    for (const days of [366, 364])
      await recordSecurityEvent(db, { userId, kind: "signed_in", source: SOURCE, now: ago(days), detail: String(days) });
    for (const days of [1, -1]) {
      const kept = { userId, tokenHash: `${userId}${days}`, expiresAt: ago(days) };
      await db.signInChallenge.create({ data: kept });
      await db.trustedDevice.create({ data: kept });
    }
    await forgetOldRecords(db, now);
    const left = { where: { userId } };
    expect((await db.securityEvent.findMany(left)).map(({ detail }) => detail)).toEqual(["364"]);
    expect([await db.signInChallenge.count(left), await db.trustedDevice.count(left)]).toEqual([1, 1]);
  });
});

describe("sessions", () => {
  let fixture: AccountsFixture;
  beforeAll(async () => {
    fixture = await startAccounts();
  });
  afterAll(() => fixture?.close());

  const signIn = async (email: string) => {
    const browser = fixture.browser();
    await browser.post("/sign-in/email", { email, password: PASSWORD });
    return browser;
  };

  it("are listed for their user only, without tokens or expired ones", async () => {
    const { db } = fixture.database;
    const [ann, bob] = [
      await fixture.createUser("ann@s.example", PASSWORD),
      await fixture.createUser("bob@s.example", PASSWORD),
    ];
    await signIn("ann@s.example");
    await signIn("ann@s.example");
    await signIn("bob@s.example");
    const own = await findSessions(db, { userId: ann, now: fixture.now() });
    expect(own).toHaveLength(2);
    const tokens = (await db.session.findMany()).map(({ token }) => token);
    for (const token of tokens) expect(JSON.stringify(own)).not.toContain(token);
    expect(await findSessions(db, { userId: bob, now: fixture.now() })).toHaveLength(1);
    expect(await findSessions(db, { userId: ann, now: new Date(fixture.now().getTime() + 400 * DAY_MS) })).toEqual([]);
  });

  it("cannot be ended by another user", async () => {
    const { db } = fixture.database;
    const [ann, bob] = [
      await fixture.createUser("ann2@s.example", PASSWORD),
      await fixture.createUser("bob2@s.example", PASSWORD),
    ];
    const browser = await signIn("ann2@s.example");
    const { id: sessionId } = await db.session.findFirstOrThrow({ where: { userId: ann } });
    const end = (userId: string) => endSession(db, { userId, sessionId, source: SOURCE, now: fixture.now() });
    await expect(end(bob)).rejects.toMatchObject({ code: "not-found" });
    await db.$transaction((tx) => endOtherSessions(tx, { userId: bob, keptId: "none" }));
    expect(await browser.isSignedIn()).toBe(true);
    expect(await db.securityEvent.count({ where: { userId: bob, kind: "session_ended" } })).toBe(0);
    await end(ann);
    expect(await browser.isSignedIn()).toBe(false);
    expect(await db.securityEvent.count({ where: { userId: ann, kind: "session_ended" } })).toBe(1);
  });

  it("end except for the requesting one, together with all trust", async () => {
    const { db } = fixture.database;
    const userId = await fixture.createUser("ann3@s.example", PASSWORD);
    const kept = await signIn("ann3@s.example");
    const { id: keptId } = await db.session.findFirstOrThrow({ where: { userId } });
    const others = [await signIn("ann3@s.example"), await signIn("ann3@s.example")];
    await db.trustedDevice.create({
      data: { userId, tokenHash: "trusted", expiresAt: new Date(fixture.now().getTime() + DAY_MS) },
    });
    expect(await db.$transaction((tx) => endOtherSessions(tx, { userId, keptId }))).toBe(2);
    expect(await Promise.all([kept, ...others].map((browser) => browser.isSignedIn()))).toEqual([true, false, false]);
    expect(await db.trustedDevice.count({ where: { userId } })).toBe(0);
  });

  it("record when they were last used, to five minutes", async () => {
    const { db } = fixture.database;
    const userId = await fixture.createUser("ann4@s.example", PASSWORD);
    await signIn("ann4@s.example");
    const { id: sessionId, lastSeenAt } = await db.session.findFirstOrThrow({ where: { userId } });
    const seenAfter = async (ms: number) => {
      await touchSession(db, { sessionId, lastSeenAt, now: new Date(lastSeenAt.getTime() + ms) });
      return (await db.session.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt.getTime() - lastSeenAt.getTime();
    };
    expect([await seenAfter(299_000), await seenAfter(301_000), await seenAfter(400_000)]).toEqual([0, 301_000, 301_000]);
  });

  it("confirm no secret that another user's session created", async () => {
    const { db } = fixture.database;
    const [ann, bob] = [
      await fixture.createUser("ann5@s.example", PASSWORD),
      await fixture.createUser("bob5@s.example", PASSWORD),
    ];
    await signIn("ann5@s.example");
    const { id: sessionId } = await db.session.findFirstOrThrow({ where: { userId: ann } });
    const dependencies = { db, keys: fixture.keys, now: fixture.now() };
    await beginTwoFactor(dependencies, { userId: ann, sessionId });
    const secret = (await findPendingSecret(dependencies, { userId: ann, sessionId })) ?? "";
    expect(await findPendingSecret(dependencies, { userId: bob, sessionId })).toBeNull();
    const code = appCode(secret, fixture.now());
    const confirm = confirmTwoFactor(dependencies, { userId: bob, sessionId, code, source: SOURCE });
    await expect(confirm).rejects.toMatchObject({ code: "conflict" });
    expect(await db.twoFactor.count({ where: { confirmedAt: { not: null } } })).toBe(0);
  });
});
