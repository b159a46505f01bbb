import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { payloadSchemas } from "#emails/payloads.ts";
import { changeIssueState } from "#prisma/queries/issues/decisions/change-issue-state.ts";
import { wakeIssues } from "#prisma/queries/issues/decisions/wake-issues.ts";
import { findMembers } from "#prisma/queries/teams/find-members.ts";
import { brokenLink, type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import type { IssueDecision } from "#worker/core/issues/decisions/issue-decision.ts";

const DAY_MS = 86_400_000;
const now = new Date("2026-11-21T12:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
type Site = Awaited<ReturnType<CrawlDesk["addSite"]>>;
let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

/** Creates a Site whose first Crawl found these words on its start page. */
async function siteWith(words: string[], wanted: Parameters<CrawlDesk["addSite"]>[0] = {}): Promise<Site> {
  const site = await desk.addSite(wanted);
  await desk.crawl(site.siteId, { "/": words }, { now: later(-DAY_MS) });
  return site;
}
const issueOf = (siteId: string, text: string) => desk.db.issue.findFirstOrThrow({ where: { siteId, text } });
const stateOf = async (siteId: string, text: string) => (await issueOf(siteId, text)).state;
const kindsOf = async (issueId: string) =>
  (await desk.db.issueEvent.findMany({ where: { issueId }, orderBy: { id: "asc" } })).map(({ kind }) => kind);
const digestsOf = (siteId: string) => desk.db.delivery.count({ where: { siteId, kind: "digest" } });
const decide = ({ teamId, userId }: Pick<Site, "teamId" | "userId">, issueIds: string[], change: IssueDecision, at = now) =>
  changeIssueState(desk.db, { teamId, userId, issueIds, change, now: at });

/** Adds a Member to the Team. */
async function addMember({ teamId }: Site, role: "editor" | "viewer" = "editor"): Promise<{ userId: string; email: string }> {
  const [userId, email] = [randomUUID(), `${randomUUID()}@bakery.example`];
  await desk.db.user.create({ data: { id: userId, name: email, email, emailVerified: true } });
  await desk.db.member.create({ data: { teamId, userId, role } });
  return { userId, email };
}

describe("a decision about issues of several sites", () => {
  it("changes all of a team's, or none if one is another team's", async () => {
    const [one, stranger] = [await siteWith(["recieve", "teh"]), await siteWith(["recieve"])];
    const two = await siteWith(["occured"]);
    await desk.db.site.update({ where: { id: two.siteId }, data: { teamId: one.teamId } });
    const own = [await issueOf(one.siteId, "recieve"), await issueOf(two.siteId, "occured")].map(({ id }) => id);
    const foreign = (await issueOf(stranger.siteId, "recieve")).id;
    await expect(decide(one, [...own, foreign], { action: "ignore" })).rejects.toMatchObject({ code: "not-found" });
    expect(await stateOf(one.siteId, "recieve")).toBe("open");
    expect(await decide(one, [...own, ...own], { action: "ignore" })).toMatchObject({ changed: 2, obstacles: [] });
    expect([await stateOf(one.siteId, "recieve"), await stateOf(two.siteId, "occured")]).toEqual(["ignored", "ignored"]);
    expect(await stateOf(stranger.siteId, "recieve")).toBe("open");
  });

  it("undoes its own change only, and says what a crawl or a person changed since", async () => {
    const site = await siteWith(["recieve", "teh", "occured"]);
    const ids = await Promise.all(["recieve", "teh", "occured"].map(async (text) => (await issueOf(site.siteId, text)).id));
    const { decisionId } = await decide(site, ids, { action: "mark-fixed" });
    await desk.crawl(site.siteId, { "/": ["recieve"] }, { now: later(DAY_MS) });
    await decide(site, [ids[1] ?? ""], { action: "ignore" });
    const undone = await decide(site, ids, { action: "undo", decisionId });
    expect(undone).toMatchObject({ changed: 1, obstacles: expect.arrayContaining(["crawl", "person"]) });
    expect(await stateOf(site.siteId, "recieve")).toBe("reopened");
    expect(await stateOf(site.siteId, "teh")).toBe("ignored");
    expect(await stateOf(site.siteId, "occured")).toBe("open");
    expect(await decide(site, ids, { action: "undo", decisionId })).toMatchObject({ changed: 0 });
  });

  it("is made by two people at once: each waits for the other, and each undoes only its own", async () => {
    const site = await siteWith(["recieve", "teh"]);
    const anna = { ...site, userId: (await addMember(site)).userId };
    const ids = await Promise.all(["recieve", "teh"].map(async (text) => (await issueOf(site.siteId, text)).id));
    const [mine, hers] = await Promise.all([
      decide(site, ids, { action: "ignore" }),
      decide(anna, ids.toReversed(), { action: "assign", userId: site.userId }),
    ]);
    expect(await issueOf(site.siteId, "teh")).toMatchObject({ state: "ignored", assigneeId: site.userId });
    await decide(site, ids, { action: "undo", decisionId: mine.decisionId });
    expect(await issueOf(site.siteId, "teh")).toMatchObject({ state: "open", assigneeId: site.userId });
    await decide(anna, ids, { action: "undo", decisionId: hers.decisionId });
    expect(await issueOf(site.siteId, "teh")).toMatchObject({ state: "open", assigneeId: null });
  });

  it("restores a snooze exactly when what followed it is undone", async () => {
    const site = await siteWith(["recieve"]);
    const { id } = await issueOf(site.siteId, "recieve");
    await decide(site, [id], { action: "snooze", until: "2026-12-24" });
    const before = await issueOf(site.siteId, "recieve");
    const { decisionId } = await decide(site, [id], { action: "mark-fixed" });
    expect(await issueOf(site.siteId, "recieve")).toMatchObject({ state: "fixed", snoozedUntil: null, resumeState: null });
    await decide(site, [id], { action: "undo", decisionId });
    expect(await issueOf(site.siteId, "recieve")).toEqual({ ...before, updatedAt: expect.any(Date) });
  });
});

describe("a snooze", () => {
  it("ends when its day begins at the site, without a crawl, and quietly", async () => {
    const site = await siteWith(["recieve"], { timeZone: "Pacific/Auckland" });
    const { id } = await issueOf(site.siteId, "recieve");
    await decide(site, [id], { action: "snooze", until: "2026-11-23" });
    const start = new Date("2026-11-22T11:00:00Z");
    expect(await issueOf(site.siteId, "recieve")).toMatchObject({ state: "snoozed", snoozedUntil: start });
    expect(await wakeIssues(desk.db, new Date(start.getTime() - 1))).toBe(0);
    expect(await wakeIssues(desk.db, start)).toBe(1);
    expect(await issueOf(site.siteId, "recieve")).toMatchObject({ state: "open", snoozedUntil: null, resumeState: null });
    expect(await kindsOf(id)).toEqual(["opened", "snoozed", "woken"]);
    await desk.crawl(site.siteId, { "/": ["recieve"] }, { now: later(3 * DAY_MS) });
    expect(await digestsOf(site.siteId)).toBe(0);
  });

  it("ends once if several workers see its end", async () => {
    const site = await siteWith(["recieve", "teh"]);
    const ids = (await desk.db.issue.findMany({ where: { siteId: site.siteId } })).map(({ id }) => id);
    await decide(site, ids, { action: "snooze", until: "2026-11-22" });
    const at = later(DAY_MS);
    const counts = await Promise.all([wakeIssues(desk.db, at), wakeIssues(desk.db, at), wakeIssues(desk.db, at)]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(2);
    expect(await kindsOf(ids[0] ?? "")).toEqual(["opened", "snoozed", "woken"]);
  });

  it.each([
    ["2026-11-21", /after today/],
    ["2026-11-20", /after today/],
    ["2026-02-30", /no such day/],
    ["2126-01-01", /three years/],
  ])("needs a day ahead: %s", async (until, message) => {
    const site = await siteWith(["recieve"]);
    const { id } = await issueOf(site.siteId, "recieve");
    await expect(decide(site, [id], { action: "snooze", until })).rejects.toThrow(message);
    expect(await stateOf(site.siteId, "recieve")).toBe("open");
  });

  it("until the text changes outlasts crawls of the same text, and ends with another text that has the mistake", async () => {
    const site = await desk.addSite();
    const crawl = (said: Record<string, string[]>, days: number) =>
      desk.crawl(site.siteId, said, { now: later(days * DAY_MS) });
    await crawl({ "/": ["recieve"], "/b": ["recieve"] }, -1);
    const { id } = await issueOf(site.siteId, "recieve");
    await decide(site, [id], { action: "snooze", until: "text-changes" });
    await crawl({ "/": ["recieve"], "/b": [] }, 1);
    expect(await stateOf(site.siteId, "recieve")).toBe("snoozed");
    await desk.db.issue.update({ where: { id }, data: { snoozedTexts: ["another text"] } });
    await crawl({ "/": ["recieve"] }, 2);
    expect(await stateOf(site.siteId, "recieve")).toBe("open");
    expect(await digestsOf(site.siteId)).toBe(0);
  });

  it("of an issue that is gone ends as fixed, and is mailed as such", async () => {
    const site = await siteWith(["recieve"]);
    const { id } = await issueOf(site.siteId, "recieve");
    await decide(site, [id], { action: "snooze", until: "2026-12-24" });
    await desk.crawl(site.siteId, { "/": [] }, { now: later(DAY_MS) });
    expect(await issueOf(site.siteId, "recieve")).toMatchObject({ state: "fixed", snoozedUntil: null, resumeState: null });
    const digest = await desk.db.delivery.findFirstOrThrow({ where: { siteId: site.siteId, kind: "digest" } });
    expect(payloadSchemas.digest.parse(digest.payload).digest).toMatchObject({ opened: [], fixed: [{ text: "recieve" }] });
  });

  it("covers links, too", async () => {
    const site = await desk.addSite();
    const verdicts = [brokenLink("https://mill.example/old")];
    await desk.crawl(site.siteId, { "/": [] }, { verdicts, now: later(-DAY_MS) });
    const { id } = await issueOf(site.siteId, "https://mill.example/old");
    await decide(site, [id], { action: "snooze", until: "text-changes" });
    await desk.crawl(site.siteId, { "/": [] }, { verdicts, now: later(DAY_MS) });
    expect(await stateOf(site.siteId, "https://mill.example/old")).toBe("snoozed");
  });
});

describe("an assignment", () => {
  const mailsTo = (email: string) => desk.db.delivery.findMany({ where: { email, kind: "issues_assigned" } });
  const itemsOf = (payload: unknown) => payloadSchemas.issues_assigned.parse(payload).items.map(({ text }) => text);

  it("is told the member in one mail, which further ones join for a minute", async () => {
    const site = await siteWith(["recieve", "teh", "occured"]);
    const anna = await addMember(site, "viewer");
    const ids = await Promise.all(["recieve", "teh", "occured"].map(async (text) => (await issueOf(site.siteId, text)).id));
    await decide(site, ids.slice(0, 2), { action: "assign", userId: anna.userId });
    await decide(site, ids.slice(1), { action: "assign", userId: anna.userId }, later(30_000));
    const [mail, ...more] = await mailsTo(anna.email);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ state: "pending", nextAttemptAt: later(90_000), siteId: null });
    expect(itemsOf(mail?.payload)).toEqual(["recieve", "teh", "occured"]);
    await decide(site, [ids[0] ?? ""], { action: "assign", userId: null }, later(200_000));
    await decide(site, [ids[0] ?? ""], { action: "assign", userId: anna.userId }, later(200_000));
    expect(await mailsTo(anna.email)).toHaveLength(2);
  });

  it("that is undone within the minute is not mailed", async () => {
    const site = await siteWith(["recieve", "teh"]);
    const anna = await addMember(site);
    const ids = (await desk.db.issue.findMany({ where: { siteId: site.siteId }, orderBy: { text: "asc" } })).map(
      ({ id }) => id,
    );
    const { decisionId } = await decide(site, ids, { action: "assign", userId: anna.userId });
    await decide(site, ids.slice(0, 1), { action: "undo", decisionId });
    expect((await mailsTo(anna.email)).flatMap(({ payload }) => itemsOf(payload))).toEqual(["teh"]);
    await decide(site, ids, { action: "undo", decisionId });
    expect(await mailsTo(anna.email)).toEqual([]);
  });

  it("to oneself is not mailed", async () => {
    const site = await siteWith(["recieve"]);
    await decide(site, [(await issueOf(site.siteId, "recieve")).id], { action: "assign", userId: site.userId });
    expect(await mailsTo(site.email)).toEqual([]);
  });

  it("needs a member of the team, and ends when they leave it", async () => {
    const [site, stranger] = [await siteWith(["recieve"]), await siteWith(["recieve"])];
    const { id } = await issueOf(site.siteId, "recieve");
    const toStranger = decide(site, [id], { action: "assign", userId: stranger.userId });
    await expect(toStranger).rejects.toMatchObject({ code: "not-found" });
    const anna = await addMember(site);
    expect((await findMembers(desk.db, site.teamId)).map(({ userId }) => userId).sort()).toEqual(
      [site.userId, anna.userId].sort(),
    );
    await decide(site, [id], { action: "assign", userId: anna.userId });
    await desk.db.member.delete({ where: { teamId_userId: { teamId: site.teamId, userId: anna.userId } } });
    expect((await issueOf(site.siteId, "recieve")).assigneeId).toBeNull();
  });
});
