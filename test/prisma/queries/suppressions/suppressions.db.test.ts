import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { payloadSchemas } from "#emails/payloads.ts";
import { forgetOldRecords } from "#prisma/queries/crawls/forget-old-records.ts";
import { writeSummaries } from "#prisma/queries/deliveries/write-summaries.ts";
import { findRecipients } from "#prisma/queries/recipients/find-recipients.ts";
import { findSubscription } from "#prisma/queries/recipients/find-subscription.ts";
import { changeRhythm } from "#prisma/queries/rhythms/change-rhythm.ts";
import { findSuppressedRecipients } from "#prisma/queries/suppressions/find-suppressed-recipients.ts";
import { liftOwnSuppression } from "#prisma/queries/suppressions/lift-own-suppression.ts";
import { liftSuppression } from "#prisma/queries/suppressions/lift-suppression.ts";
import { recordMailEvent } from "#prisma/queries/suppressions/record-mail-event.ts";
import { withholdDelivery } from "#prisma/queries/suppressions/withhold-delivery.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { deliverWith } from "#test/worker/jobs/mail-room.ts";
import type { MailEvent } from "#worker/core/mail-events/mail-event.ts";
import { deliver } from "#worker/jobs/deliver.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

/** Records an event about an address. */
function report(email: string, kind: MailEvent["kind"], fields: Partial<MailEvent> & { now?: Date } = {}) {
  const { now = new Date(), ...given } = fields;
  const event = {
    kind,
    email,
    key: randomUUID(),
    at: now,
    detail: "550 5.1.1",
    messageId: null,
    needsMessage: false,
    ...given,
  };
  return desk.db.$transaction((tx) => recordMailEvent(tx, event, now));
}
const suppressionOf = (email: string) => desk.db.mailSuppression.findUnique({ where: { email } });
const deliveriesTo = (email: string) =>
  desk.db.delivery.findMany({ where: { email }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });

/** Sends what waits for an address to the Mailbox. */
async function send(email: string) {
  const dependencies = deliverWith(desk.db, null);
  for (const { id } of await deliveriesTo(email)) await deliver(dependencies, id);
}
async function digestsTo(email: string) {
  const rows = await desk.db.delivery.findMany({ where: { email, kind: "digest" }, orderBy: { createdAt: "asc" } });
  return rows.map(({ state, payload }) => ({
    state,
    opened: payloadSchemas.digest
      .parse({ recipientToken: "gone", ...(typeof payload === "object" ? payload : {}) })
      .digest.opened.map(({ text }) => text)
      .sort(),
  }));
}

/** Adds a Site whose owner got the first report. */
async function addMailedSite() {
  const site = await desk.addSite();
  await desk.crawl(site.siteId, { "/a": [] });
  await send(site.email);
  return site;
}

describe("a bounce", () => {
  it("that is hard stops the reports, keeps what they would have said, and the next digest after it is lifted tells it once", async () => {
    const { siteId, teamId, recipientId, email } = await addMailedSite();
    await desk.crawl(siteId, { "/a": ["recieve"] });
    await send(email);
    const [, sent] = await deliveriesTo(email);
    expect(await report(email, "hard", { messageId: `${sent?.id}@flawless.example` })).toBe("suppressed");
    expect(await suppressionOf(email)).toMatchObject({ reason: "hard_bounce", active: true, detail: "550 5.1.1" });
    await desk.crawl(siteId, { "/a": ["recieve", "adress"] });
    await send(email);
    expect(await digestsTo(email)).toEqual([{ state: "refused", opened: ["recieve"] }]);
    await liftSuppression({ db: desk.db, now: new Date() }, { teamId, siteId, recipientId });
    await desk.crawl(siteId, { "/a": ["recieve", "adress", "wierd"] });
    await send(email);
    await desk.crawl(siteId, { "/a": ["recieve", "adress", "wierd", "untill"] });
    await send(email);
    expect(await digestsTo(email)).toEqual([
      { state: "refused", opened: ["recieve"] },
      { state: "sent", opened: ["adress", "recieve", "wierd"] },
      { state: "sent", opened: ["untill"] },
    ]);
    // Another bounce takes back that mail only: the one before it arrived.
    const last = (await deliveriesTo(email)).at(-1);
    expect(await report(email, "hard", { messageId: `${last?.id}@flawless.example` })).toBe("suppressed");
    await desk.db.mailSuppression.update({ where: { email }, data: { active: false, liftedAt: new Date() } });
    await desk.crawl(siteId, { "/a": ["recieve", "adress", "wierd", "untill"] });
    expect((await digestsTo(email)).slice(2)).toEqual([
      { state: "refused", opened: ["untill"] },
      { state: "pending", opened: ["untill"] },
    ]);
  });

  it("takes back the last mail if the provider does not say which, and none that arrived before it", async () => {
    const { siteId, email } = await addMailedSite();
    await desk.crawl(siteId, { "/a": ["recieve"] });
    await send(email);
    await desk.crawl(siteId, { "/a": ["recieve", "adress"] });
    await send(email);
    await report(email, "hard");
    expect((await digestsTo(email)).map(({ state }) => state)).toEqual(["sent", "refused"]);
    await desk.db.mailSuppression.update({ where: { email }, data: { active: false, liftedAt: new Date() } });
    await desk.crawl(siteId, { "/a": ["recieve", "adress", "wierd"] });
    expect((await digestsTo(email)).at(-1)?.opened).toEqual(["adress", "wierd"]);
  });

  it("withholds digests that wait, all of them, and the next one tells what they would have", async () => {
    const { siteId, email } = await addMailedSite();
    await desk.crawl(siteId, { "/a": ["recieve"] });
    await desk.crawl(siteId, { "/a": ["recieve", "adress"] });
    await report(email, "complaint");
    await send(email);
    expect((await digestsTo(email)).map(({ state }) => state)).toEqual(["refused", "refused"]);
    await desk.db.mailSuppression.update({ where: { email }, data: { active: false, liftedAt: new Date() } });
    await desk.crawl(siteId, { "/a": ["recieve", "adress"] });
    expect((await digestsTo(email)).at(-1)?.opened).toEqual(["adress", "recieve"]);
  });

  it("keeps a summary's events, too, while its time goes on", async () => {
    const { siteId, teamId, recipientId, email } = await addMailedSite();
    const now = new Date();
    const wanted = { rhythm: "daily", hour: 8, checks: [] } as const;
    await changeRhythm({ db: desk.db, now }, { ...wanted, recipient: { id: recipientId, teamId } });
    await desk.crawl(siteId, { "/a": ["recieve"] });
    await report(email, "hard");
    const summaries = () => desk.db.delivery.findMany({ where: { email, kind: "summary" } });
    await writeSummaries(desk.db, desk.queue, new Date(now.getTime() + DAY_MS));
    expect(await summaries()).toEqual([]);
    await desk.db.mailSuppression.update({ where: { email }, data: { active: false, liftedAt: now } });
    await writeSummaries(desk.db, desk.queue, new Date(now.getTime() + 2 * DAY_MS));
    const [summary] = await summaries();
    expect(payloadSchemas.summary.parse(summary?.payload).digests.map(({ opened }) => opened.map(({ text }) => text))).toEqual([
      ["recieve"],
    ]);
    // It comes back in its turn.
    await send(email);
    await report(email, "hard", { messageId: `${summary?.id}@flawless.example`, at: new Date(), now: new Date() });
    const { toldUpTo } = await desk.db.recipient.findUniqueOrThrow({ where: { id: recipientId } });
    expect(summary?.marks).toEqual([{ recipientId, from: toldUpTo.toString() }]);
  });

  it("counts once however often it is reported, and not if it is old, in doubt or about somebody we never wrote to", async () => {
    const { email } = await addMailedSite();
    const stranger = `${randomUUID()}@elsewhere.example`;
    expect(await report(stranger, "hard")).toBe("unknown");
    expect(await suppressionOf(stranger)).toBeNull();
    expect(await report(email, "hard", { at: new Date(Date.now() - 31 * DAY_MS) })).toBe("old");
    expect(await report(email, "hard", { needsMessage: true })).toBe("unknown");
    expect(await report(email, "hard", { needsMessage: true, messageId: `${randomUUID()}@flawless.example` })).toBe("unknown");
    expect(await suppressionOf(email)).toBeNull();
    const key = randomUUID();
    const both = await Promise.all([report(email, "hard", { key }), report(email, "hard", { key })]);
    expect(both.sort()).toEqual(["repeat", "suppressed"]);
    await desk.db.mailSuppression.update({ where: { email }, data: { active: false, liftedAt: new Date() } });
    expect(await report(email, "hard", { key })).toBe("repeat");
    // Another report about the time before.
    expect(await report(email, "hard", { at: new Date(Date.now() - HOUR_MS) })).toBe("noted");
    expect(await suppressionOf(email)).toMatchObject({ active: false });
  });

  it("in a report that anybody can write counts for the address that we sent the message to, not for the one it names", async () => {
    const [{ email: ann }, { email: bob }] = [await addMailedSite(), await addMailedSite()];
    const [toBob] = await deliveriesTo(bob);
    await report(ann, "complaint", { needsMessage: true, messageId: `${toBob?.id}@flawless.example` });
    expect(await suppressionOf(ann)).toBeNull();
    expect(await suppressionOf(bob)).toMatchObject({ reason: "complaint" });
  });

  it("that is soft counts: five in a week stop the reports, unless a mail arrived between them", async () => {
    const [{ email: ann }, { email: bob }, { email: eve }] = [
      await addMailedSite(),
      await addMailedSite(),
      await addMailedSite(),
    ];
    const now = new Date();
    const daysAgo = (days: number) => ({ at: new Date(now.getTime() - days * DAY_MS), now });
    const outcomes: string[] = [];
    for (const days of [4, 3, 2, 1, 0]) outcomes.push(await report(ann, "soft", daysAgo(days)));
    expect(outcomes).toEqual(["noted", "noted", "noted", "noted", "suppressed"]);
    expect(await suppressionOf(ann)).toMatchObject({ reason: "soft_bounces" });
    for (const days of [4, 3, 2]) await report(bob, "soft", daysAgo(days));
    await report(bob, "delivered", daysAgo(1.5));
    for (const days of [1, 0.5, 0]) await report(bob, "soft", daysAgo(days));
    for (const days of [12, 11, 10, 3, 2, 1]) await report(eve, "soft", daysAgo(days));
    expect([await suppressionOf(bob), await suppressionOf(eve)]).toEqual([null, null]);
  });

  it("does not hide a complaint, and a complaint outweighs it", async () => {
    const { email } = await addMailedSite();
    await report(email, "hard");
    await report(email, "complaint");
    expect(await suppressionOf(email)).toMatchObject({ reason: "complaint" });
    await report(email, "hard");
    expect(await suppressionOf(email)).toMatchObject({ reason: "complaint" });
  });
});

describe("a suppression", () => {
  it("is shown to the teams that write to the address, and lifted by them only, at most once an hour", async () => {
    const { siteId, teamId, recipientId, email } = await addMailedSite();
    const other = await addMailedSite();
    await report(email, "hard");
    expect(await findRecipients(desk.db, { teamId, siteId })).toMatchObject([
      { email, suppression: { reason: "hard_bounce" } },
    ]);
    expect(await findSuppressedRecipients(desk.db, { teamId, take: 5 })).toEqual([{ email, reason: "hard_bounce", siteId }]);
    expect(await findSuppressedRecipients(desk.db, { teamId: { teamId, siteIds: [] }, take: 5 })).toEqual([]);
    expect(await findSuppressedRecipients(desk.db, { teamId: other.teamId, take: 5 })).toEqual([]);
    const now = new Date();
    const lift = (by: string, at = now) => liftSuppression({ db: desk.db, now: at }, { teamId: by, siteId, recipientId });
    await expect(lift(other.teamId)).rejects.toMatchObject({ code: "not-found" });
    expect(await suppressionOf(email)).toMatchObject({ active: true });
    expect(await lift(teamId)).toEqual({ email });
    expect(await findSuppressedRecipients(desk.db, { teamId, take: 5 })).toEqual([]);
    const later = new Date(now.getTime() + 1000);
    await report(email, "hard", { at: later, now: later });
    expect(await suppressionOf(email)).toMatchObject({ active: true, since: later });
    await expect(lift(teamId, later)).rejects.toMatchObject({ code: "unavailable" });
    expect(await lift(teamId, new Date(now.getTime() + HOUR_MS))).toEqual({ email });
  });

  it("after a complaint is lifted by the person alone, with the token of a mail", async () => {
    const { siteId, teamId, recipientId, email } = await addMailedSite();
    await report(email, "complaint");
    const now = new Date();
    await expect(liftSuppression({ db: desk.db, now }, { teamId, siteId, recipientId })).rejects.toMatchObject({
      code: "conflict",
    });
    const { token } = await desk.db.recipient.findUniqueOrThrow({ where: { id: recipientId } });
    expect(await findSubscription(desk.db, token)).toMatchObject({ suppression: { reason: "complaint" } });
    expect(await liftOwnSuppression(desk.db, { token: "wrong", now })).toBe(false);
    expect(await suppressionOf(email)).toMatchObject({ active: true });
    expect(await liftOwnSuppression(desk.db, { token, now })).toBe(true);
    expect(await findSubscription(desk.db, token)).toMatchObject({ suppression: null });
  });

  it("lets one account mail a day through, with its retries, and none that others ask for after a complaint", async () => {
    const { email } = await addMailedSite();
    const now = new Date();
    const ask = (id: string, kind: "reset" | "verification" | "invitation" | "digest" | "issues_assigned", at = now) =>
      withholdDelivery(desk.db, { id, kind, email }, at);
    expect(await ask("d", "digest")).toBeNull();
    await report(email, "hard");
    expect(await ask("d", "digest")).toMatch(/suppressed \(hard_bounce\)/);
    expect(await ask("i", "issues_assigned")).toMatch(/suppressed/);
    const both = await Promise.all([ask("one", "reset"), ask("two", "reset")]);
    expect(both.filter((reason) => reason === null)).toHaveLength(1);
    const [first, second] = both[0] === null ? ["one", "two"] : ["two", "one"];
    expect(await ask(first, "reset", new Date(now.getTime() + HOUR_MS))).toBeNull();
    expect(await ask(second, "verification", new Date(now.getTime() + 2 * HOUR_MS))).toMatch(/one mail was tried today/);
    expect(await ask("next", "invitation", new Date(now.getTime() + 26 * HOUR_MS))).toBeNull();
    await report(email, "complaint");
    expect(await ask("later", "invitation", new Date(now.getTime() + 60 * HOUR_MS))).toMatch(/suppressed \(complaint\)/);
    expect(await ask("later", "reset", new Date(now.getTime() + 60 * HOUR_MS))).toBeNull();
  });

  it("is forgotten a year after the last bounce, and never after a complaint", async () => {
    const [{ email: ann }, { email: bob }] = [await addMailedSite(), await addMailedSite()];
    await report(ann, "hard");
    await report(bob, "complaint");
    await forgetOldRecords(desk.db, new Date(Date.now() + 364 * DAY_MS));
    expect(await suppressionOf(ann)).not.toBeNull();
    expect(await desk.db.mailEvent.count({ where: { email: ann } })).toBe(0);
    await forgetOldRecords(desk.db, new Date(Date.now() + 366 * DAY_MS));
    expect([await suppressionOf(ann), (await suppressionOf(bob))?.reason]).toEqual([null, "complaint"]);
  });
});
