import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { payloadSchemas } from "#emails/payloads.ts";
import { writeSummaries } from "#prisma/queries/deliveries/write-summaries.ts";
import { findSubscription } from "#prisma/queries/recipients/find-subscription.ts";
import { resubscribeRecipient } from "#prisma/queries/recipients/resubscribe-recipient.ts";
import { unsubscribeRecipient } from "#prisma/queries/recipients/unsubscribe-recipient.ts";
import { changeRhythm, type WantedRhythm } from "#prisma/queries/rhythms/change-rhythm.ts";
import { makeToken } from "#prisma/secret-token.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import type { Digest } from "#worker/core/digest/digest.ts";

/** A Monday. */
const MONDAY = new Date("2026-11-30T08:00:00Z");
const SUNDAY = new Date("2026-11-29T12:00:00Z");
const DAY_MS = 86_400_000;
const weekly: WantedRhythm = { rhythm: "weekly", hour: 8, checks: [] };

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

/** Adds two Sites of one Team whose mails one person gets, each with its first Crawl. */
async function addPerson() {
  const email = `${crypto.randomUUID()}@harbour.example`;
  const { teamId, siteId: one } = await desk.addSite();
  const { siteId: two } = await desk.addSite({ startUrl: "https://second.example/" });
  await desk.db.site.update({ where: { id: two }, data: { teamId } });
  for (const siteId of [one, two]) {
    await desk.crawl(siteId, { "/a": [] });
    await desk.db.recipient.create({ data: { siteId, email, token: makeToken(), confirmedAt: SUNDAY } });
  }
  const recipient = await desk.db.recipient.findFirstOrThrow({ where: { email, siteId: one } });
  const choose = (wanted: WantedRhythm, now = SUNDAY) =>
    changeRhythm({ db: desk.db, now }, { ...wanted, recipient: { id: recipient.id, teamId } });
  return { teamId, email, one, two, token: recipient.token, choose };
}

async function mailsOf(email: string): Promise<{ kind: string; digests: Digest[] }[]> {
  const rows = await desk.db.delivery.findMany({ where: { email }, orderBy: { createdAt: "asc" } });
  return rows.map(({ kind, payload }) => ({
    kind,
    digests: kind === "summary" ? payloadSchemas.summary.parse(payload).digests : [payloadSchemas.digest.parse(payload).digest],
  }));
}
const openedIn = (digests: readonly Digest[]) => digests.flatMap(({ opened }) => opened.map(({ text }) => text)).sort();
const write = (now: Date) => writeSummaries(desk.db, desk.queue, now);

describe("writeSummaries", () => {
  it("writes one mail about all sites that changed, when it is due, and none when nothing changed", async () => {
    const { email, one, two, choose } = await addPerson();
    await choose(weekly);
    await desk.crawl(one, { "/a": ["recieve"] });
    await desk.crawl(two, { "/a": ["adress"] });
    expect(await mailsOf(email)).toEqual([]);
    await write(new Date(MONDAY.getTime() - 1));
    expect(await mailsOf(email)).toEqual([]);
    expect(await Promise.all([write(MONDAY), write(MONDAY)])).toEqual(expect.arrayContaining([0, 1]));
    const mails = await mailsOf(email);
    expect(mails.map(({ kind }) => kind)).toEqual(["summary"]);
    expect(openedIn(mails[0]?.digests ?? [])).toEqual(["adress", "recieve"]);
    await write(new Date(MONDAY.getTime() + 7 * DAY_MS));
    expect(await mailsOf(email)).toHaveLength(1);
    await desk.crawl(one, { "/a": [] });
    await write(new Date(MONDAY.getTime() + 14 * DAY_MS));
    expect((await mailsOf(email))[1]?.digests).toMatchObject([{ siteId: one, openedCount: 0, fixedCount: 1 }]);
  });

  it("mails each change once when the rhythm is changed midway", async () => {
    const { email, one, choose } = await addPerson();
    await desk.crawl(one, { "/a": ["recieve"] });
    await choose(weekly);
    await desk.crawl(one, { "/a": ["recieve", "adress"] });
    await choose({ ...weekly, rhythm: "at_once" });
    await write(MONDAY);
    await desk.crawl(one, { "/a": ["recieve", "adress", "wierd"] });
    await choose({ ...weekly, rhythm: "daily" });
    await desk.crawl(one, { "/a": ["recieve", "adress", "wierd", "untill"] });
    await write(MONDAY);
    const mails = await mailsOf(email);
    expect(mails.map(({ kind, digests }) => [kind, openedIn(digests)])).toEqual([
      ["digest", ["recieve"]],
      ["digest", ["adress", "wierd"]],
      ["summary", ["untill"]],
    ]);
  });

  it("mails the chosen checks only, at once as well as in summaries", async () => {
    const { email, one, choose } = await addPerson();
    await choose({ rhythm: "at_once", hour: 8, checks: ["links"] });
    await desk.crawl(one, { "/a": ["recieve"] });
    await choose({ rhythm: "daily", hour: 8, checks: ["links", "grammar"] });
    await desk.crawl(one, { "/a": ["recieve", "adress"] });
    await write(MONDAY);
    expect(await mailsOf(email)).toEqual([]);
    await choose({ rhythm: "daily", hour: 8, checks: ["spelling"] }, MONDAY);
    await desk.crawl(one, { "/a": ["recieve", "adress", "wierd"] });
    await write(new Date(MONDAY.getTime() + DAY_MS));
    expect((await mailsOf(email)).map(({ digests }) => openedIn(digests))).toEqual([["wierd"]]);
  });

  it("waits for changes that are being recorded, instead of passing them by", async () => {
    const { email, one, choose } = await addPerson();
    await choose(weekly);
    await desk.crawl(one, { "/a": ["recieve"] });
    const event = await desk.db.issueEvent.findFirstOrThrow({ where: { siteId: one }, orderBy: { id: "desc" } });
    await desk.db.issueEvent.delete({ where: { id: event.id } });
    const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
    const { promise: isWritten, resolve: written } = Promise.withResolvers<void>();
    const { id: _id, details: _details, ...copied } = event;
    const recording = desk.db.$transaction(async (tx) => {
      await tx.issueEvent.create({ data: copied });
      written();
      await mayCommit;
    });
    await isWritten;
    // A later event that is committed first: the mark must not pass the other one.
    await desk.db.issueEvent.create({ data: { ...copied, quiet: true } });
    const summary = write(MONDAY);
    await expect.poll(countWaiting, { timeout: 20_000 }).toBe(1);
    commit();
    await Promise.all([recording, summary]);
    expect((await mailsOf(email)).map(({ digests }) => openedIn(digests))).toEqual([["recieve"]]);
  });

  it("ends for all sites by the link in a summary, and comes back by its undo", async () => {
    const { teamId, email, token, choose } = await addPerson();
    await choose(weekly);
    const person = await desk.db.mailRhythm.findUniqueOrThrow({ where: { teamId_email: { teamId, email } } });
    const active = () => desk.db.recipient.count({ where: { email, unsubscribedAt: null } });
    expect(await findSubscription(desk.db, person.token)).toMatchObject({ about: "2 sites", unsubscribed: false });
    expect(await findSubscription(desk.db, token)).toMatchObject({ unsubscribed: false, rhythm: { rhythm: "weekly" } });
    await unsubscribeRecipient(desk.db, { token, now: SUNDAY });
    expect(await active()).toBe(1);
    await unsubscribeRecipient(desk.db, { token: person.token, now: MONDAY });
    expect(await active()).toBe(0);
    expect(await findSubscription(desk.db, person.token)).toMatchObject({ unsubscribed: true });
    await resubscribeRecipient(desk.db, { token: person.token, now: MONDAY });
    expect(await active()).toBe(1);
  });

  it("is chosen by the person of a mail's token, and by no other team", async () => {
    const { teamId, email, token, one } = await addPerson();
    const other = await addPerson();
    const mine = await desk.db.recipient.findFirstOrThrow({ where: { email, siteId: one } });
    await changeRhythm({ db: desk.db, now: SUNDAY }, { ...weekly, recipient: { token } });
    const row = await desk.db.mailRhythm.findUniqueOrThrow({ where: { teamId_email: { teamId, email } } });
    expect(row).toMatchObject({ rhythm: "weekly", nextAt: MONDAY });
    await changeRhythm({ db: desk.db, now: SUNDAY }, { ...weekly, rhythm: "at_once", recipient: { token: row.token } });
    expect(await desk.db.mailRhythm.findMany({ where: { email } })).toMatchObject([{ rhythm: "at_once", nextAt: null }]);
    const byStranger = { ...weekly, recipient: { id: mine.id, teamId: other.teamId } };
    await expect(changeRhythm({ db: desk.db, now: SUNDAY }, byStranger)).rejects.toMatchObject({ code: "not-found" });
    const unknown = { ...weekly, recipient: { token: "unknown" } };
    await expect(changeRhythm({ db: desk.db, now: SUNDAY }, unknown)).rejects.toMatchObject({ code: "not-found" });
  });
});

async function countWaiting(): Promise<number> {
  const rows = await desk.db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`;
  return Number(rows[0]?.count ?? 0);
}
