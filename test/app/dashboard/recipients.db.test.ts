import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { addRecipient } from "#prisma/queries/recipients/add-recipient.ts";
import { confirmRecipient } from "#prisma/queries/recipients/confirm-recipient.ts";
import { findRecipientByToken } from "#prisma/queries/recipients/find-recipient-by-token.ts";
import { removeRecipient } from "#prisma/queries/recipients/remove-recipient.ts";
import { resubscribeRecipient } from "#prisma/queries/recipients/resubscribe-recipient.ts";
import { unsubscribeRecipient } from "#prisma/queries/recipients/unsubscribe-recipient.ts";
import { type DashboardFixture, NOW, startDashboardFixture } from "./dashboard-fixture.ts";

const BOB = "bob@harbour.example";
const HOUR_MS = 3_600_000;

describe("who gets a site's mails", () => {
  let fixture: DashboardFixture;
  let db: Database;
  let lastEvent: bigint;
  beforeAll(async () => {
    fixture = await startDashboardFixture();
    db = fixture.database.db;
    const { siteId } = fixture.site;
    const events = await db.issueEvent.aggregate({ where: { siteId }, _max: { id: true } });
    lastEvent = events._max.id ?? 0n;
  });
  afterAll(() => fixture?.close());

  const add = (email: string, now = NOW) => {
    const { teamId, email: memberEmail } = fixture.owner;
    return addRecipient({ db, queue: fixture.queue, now }, { teamId, siteId: fixture.site.siteId, email, memberEmail });
  };
  const find = (email: string) => db.recipient.findFirstOrThrow({ where: { siteId: fixture.site.siteId, email } });
  const questions = () => db.delivery.findMany({ where: { kind: "recipient_confirmation", email: BOB } });

  it("asks another address to confirm first, in at most one mail a day", async () => {
    expect(await add(` ${BOB.toUpperCase()} `)).toEqual({ confirmed: false });
    expect(await add(BOB)).toEqual({ confirmed: false });
    const bob = await find(BOB);
    expect(bob).toMatchObject({ confirmedAt: null, unsubscribedAt: null });
    const [question, ...more] = await questions();
    expect(more).toEqual([]);
    expect(question?.payload).toEqual({
      siteHost: expect.stringMatching(/^[a-z0-9.-]+$/),
      recipientToken: bob.token,
    });
    await add(BOB, new Date(NOW.getTime() + 24 * HOUR_MS));
    expect(await questions()).toHaveLength(2);
  });

  it("refuses more addresses than the plan mails", async () => {
    await expect(add("carl@harbour.example")).rejects.toMatchObject({ code: "plan-limit" });
  });

  it("mails only events after the confirmation", async () => {
    const { token } = await find(BOB);
    expect(await confirmRecipient(db, { token, now: NOW })).toBe(true);
    expect(await find(BOB)).toMatchObject({ confirmedAt: NOW, toldUpTo: lastEvent });
    await expect(add(BOB)).rejects.toMatchObject({ code: "conflict" });
  });

  it("unsubscribes with one click, keeps the first time, and undoes within an hour without a gap", async () => {
    const { token } = await find(BOB);
    await db.recipient.update({ where: { token }, data: { toldUpTo: 1n } });
    const later = new Date(NOW.getTime() + 60_000);
    expect(await unsubscribeRecipient(db, { token, now: NOW })).toBe(true);
    expect(await unsubscribeRecipient(db, { token, now: later })).toBe(true);
    expect((await find(BOB)).unsubscribedAt).toEqual(NOW);
    expect(await findRecipientByToken(db, token)).toMatchObject({ unsubscribed: true, siteName: "Brightwell Coffee" });
    await resubscribeRecipient(db, { token, now: later });
    expect(await find(BOB)).toMatchObject({ unsubscribedAt: null, toldUpTo: 1n });
  });

  it("does not mail missed events to a recipient who resubscribes later", async () => {
    const { token } = await find(BOB);
    await unsubscribeRecipient(db, { token, now: NOW });
    await resubscribeRecipient(db, { token, now: new Date(NOW.getTime() + 2 * HOUR_MS) });
    expect(await find(BOB)).toMatchObject({ unsubscribedAt: null, toldUpTo: lastEvent });
  });

  it("sends no waiting mail after an unsubscription, and starts from the next confirmation", async () => {
    const { token } = await find(BOB);
    const { siteId } = fixture.site;
    await db.recipient.update({ where: { token }, data: { toldUpTo: 1n } });
    await db.delivery.create({ data: { kind: "digest", email: BOB, siteId, dedupeKey: "waits", payload: {} } });
    await unsubscribeRecipient(db, { token, now: NOW });
    expect(await db.delivery.count({ where: { email: BOB, siteId, state: "pending" } })).toBe(0);
    expect(await confirmRecipient(db, { token, now: NOW })).toBe(true);
    expect(await find(BOB)).toMatchObject({ unsubscribedAt: null, toldUpTo: lastEvent });
  });

  it("asks an unsubscribed address to confirm again", async () => {
    const { token } = await find(BOB);
    await unsubscribeRecipient(db, { token, now: NOW });
    expect(await add(BOB)).toEqual({ confirmed: false });
    expect(await find(BOB)).toMatchObject({ confirmedAt: null, token });
  });

  it("refuses unknown tokens", async () => {
    const token = "nobody's";
    expect(await findRecipientByToken(db, token)).toBeNull();
    expect(await confirmRecipient(db, { token, now: NOW })).toBe(false);
    expect(await unsubscribeRecipient(db, { token, now: NOW })).toBe(false);
    expect(await resubscribeRecipient(db, { token, now: NOW })).toBe(false);
  });

  it("removes an address and invalidates its links", async () => {
    const { id, token } = await find(BOB);
    const { teamId } = fixture.owner;
    expect(await removeRecipient(db, { teamId, siteId: fixture.site.siteId, recipientId: id })).toEqual({ email: BOB });
    expect(await findRecipientByToken(db, token)).toBeNull();
  });

  it("deletes a removed address's waiting mail, and keeps sent mail", async () => {
    const { siteId } = fixture.site;
    const mail = { kind: "digest" as const, email: BOB, siteId, payload: {} };
    await add(BOB);
    await db.delivery.deleteMany({ where: { email: BOB } });
    await db.delivery.create({ data: { ...mail, dedupeKey: "waits", state: "pending" } });
    await db.delivery.create({ data: { ...mail, dedupeKey: "sent", state: "sent" } });
    await db.delivery.create({ data: { ...mail, dedupeKey: "of another", state: "pending", email: "carl@harbour.example" } });
    const { id } = await find(BOB);
    await removeRecipient(db, { teamId: fixture.owner.teamId, siteId, recipientId: id });
    const left = await db.delivery.findMany({ where: { siteId, dedupeKey: { in: ["waits", "sent", "of another"] } } });
    expect(left.map(({ dedupeKey }) => dedupeKey).sort()).toEqual(["of another", "sent"]);
  });

  it("does not mail a stranger repeatedly when the address is added and removed in a loop", async () => {
    const email = "dora@elsewhere.example";
    const later = new Date(NOW.getTime() + 48 * HOUR_MS);
    const outcomes: unknown[] = [];
    for (let round = 0; round < 8; round += 1) {
      const outcome = await add(email, later).catch((error: unknown) => error);
      outcomes.push(outcome);
      if (outcome instanceof Error) continue;
      const { id } = await find(email);
      await removeRecipient(db, { teamId: fixture.owner.teamId, siteId: fixture.site.siteId, recipientId: id });
    }
    expect(outcomes.filter((outcome) => !(outcome instanceof Error))).toHaveLength(5);
    expect(outcomes.at(-1)).toMatchObject({ code: "unavailable", retryable: true });
    expect(await add(email, new Date(later.getTime() + HOUR_MS))).toEqual({ confirmed: false });
  });
});
