import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Prisma } from "#prisma/client.ts";
import { changeIssueState } from "#prisma/queries/issues/decisions/change-issue-state.ts";
import { findIssueHistory } from "#prisma/queries/issues/find-issue-history.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { type SeededSite, seedSite } from "#test/support/seed/seed-site.ts";
import { type SeededTeam, seedTeam } from "#test/support/seed/seed-team.ts";
import type { IssueEventKind } from "#worker/core/issues/issue.ts";
import { momentWords } from "#worker/core/view/issues/issue-history.ts";

const NOW = new Date("2026-11-21T12:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

describe("findIssueHistory", () => {
  let database: TestDatabase;
  let team: SeededTeam;
  let site: SeededSite;
  beforeAll(async () => {
    database = await createTestDatabase();
    team = await seedTeam(database.db, { email: "ann@mill.example" });
    site = await seedSite(database.db, { ...team, now: NOW });
  });
  afterAll(() => database?.drop());

  const issueId = async (text: string) =>
    (await database.db.issue.findFirstOrThrow({ where: { siteId: site.siteId, text } })).id;
  const history = async (id: string, teamId = team.teamId) =>
    findIssueHistory(database.db, { teamId, siteId: site.siteId, issueId: id });
  const words = async (id: string) => (await history(id))?.moments.map((moment) => momentWords(moment, "spelling")) ?? [];
  const decide = (id: string, change: Parameters<typeof changeIssueState>[1]["change"], minutes: number) =>
    changeIssueState(database.db, {
      teamId: team.teamId,
      issueIds: [id],
      change,
      userId: team.userId,
      now: later(minutes),
    });
  const addStep = (id: string, kind: "opened" | "fixed" | "reopened", minutes: number) =>
    database.db.issueEvent.create({
      data: { siteId: site.siteId, issueId: id, crawlId: site.crawlIds[1], kind, at: later(minutes) },
    });
  const addMail = (wanted: Partial<Prisma.DeliveryUncheckedCreateInput> & { payload: Prisma.InputJsonObject }) =>
    database.db.delivery.create({
      data: {
        siteId: site.siteId,
        kind: "digest",
        email: `${randomUUID()}@mill.example`,
        dedupeKey: `digest:crawl-1:${randomUUID()}`,
        state: "sent",
        sentAt: later(5),
        ...wanted,
      },
    });

  it("lists crawls, people and mails by time, with the names of members", async () => {
    const id = await issueId("recieve");
    await addMail({
      kind: "first_report",
      dedupeKey: `first_report:${site.siteId}:${randomUUID()}`,
      payload: { top: [{ issueId: id }] },
      sentAt: later(1),
    });
    await addMail({ payload: { digest: { opened: [{ issueId: id }], fixed: [] } } });
    await addMail({ payload: { digest: { opened: [{ issueId: id }], fixed: [] } }, sentAt: later(6) });
    await decide(id, { action: "ignore" }, 10);
    await decide(id, { action: "unignore" }, 11);
    await decide(id, { action: "snooze", until: "text-changes" }, 12);
    await decide(id, { action: "wake" }, 13);
    await decide(id, { action: "snooze", until: "2026-12-24" }, 14);
    await decide(id, { action: "undo" }, 15);
    await decide(id, { action: "assign", userId: team.userId }, 16);
    await decide(id, { action: "mark-fixed" }, 17);
    await addStep(id, "reopened", 20);
    await addStep(id, "fixed", 30);
    await addMail({
      payload: { digest: { opened: [], fixed: [{ issueId: id }] } },
      dedupeKey: `digest:crawl-2:${randomUUID()}`,
      sentAt: later(30),
    });
    expect(await words(id)).toEqual([
      "Found on the site",
      "In the first report by mail, to one recipient",
      "In the mail about new issues, to 2 recipients",
      "Ignored, by ann@mill.example",
      "No longer ignored, by ann@mill.example",
      "Snoozed until the text changes, by ann@mill.example",
      "The snooze ended, by ann@mill.example",
      "Snoozed until 24 December 2026, by ann@mill.example",
      "The last decision was undone, by ann@mill.example",
      "Assigned to ann@mill.example, by ann@mill.example",
      "Marked as fixed, by ann@mill.example",
      "Back on the site",
      "Gone from the site",
      "In the mail about issues that are gone, to one recipient",
    ]);
    const found = await history(id);
    expect(found).toMatchObject({ earlier: 0, firstSeenAt: NOW, assignee: { userId: team.userId, name: "ann@mill.example" } });
    expect(found?.moments.find(({ kind }) => kind === "fixed")).toMatchObject({ crawlId: site.crawlIds[1], by: null });
  });

  it("says nothing of mails that were not sent, did not show the issue, or were another site's", async () => {
    const id = await issueId("occured");
    const other = await seedSite(database.db, { ...team, now: NOW, name: "Other" });
    const many = Array.from({ length: 25 }, (_, at) => ({ issueId: `other-${at}` }));
    await addMail({ payload: { digest: { opened: [{ issueId: id }], fixed: [] } }, state: "pending", sentAt: null });
    await addMail({ payload: { digest: { opened: [{ issueId: id }], fixed: [] } }, state: "refused", sentAt: null });
    await addMail({ payload: { digest: { opened: [...many, { issueId: id }], fixed: [] } } });
    await addMail({ payload: { digest: { opened: [{ issueId: id }], fixed: [] } }, siteId: other.siteId });
    await addMail({ payload: { url: "https://mill.example/" }, kind: "reset" });
    expect(await words(id)).toEqual(["Found on the site"]);
    await addMail({ payload: { digest: { opened: [...many.slice(1), { issueId: id }], fixed: [] } } });
    expect(await words(id)).toEqual(["Found on the site", "In the mail about new issues, to one recipient"]);
  });

  it("names no one who is not in the team any more", async () => {
    const id = await issueId("seperately");
    const { userId } = await seedTeam(database.db, { email: "gone@elsewhere.example" });
    await database.db.issueEvent.create({
      data: { siteId: site.siteId, issueId: id, kind: "ignored", before: "open", quiet: true, userId, at: later(1) },
    });
    expect((await words(id)).at(-1)).toBe("Ignored, by a former member");
  });

  it("lists the latest hundred steps and counts the rest", async () => {
    const id = await issueId("the the");
    await database.db.issueEvent.createMany({
      data: Array.from({ length: 120 }, (_, step) => ({
        siteId: site.siteId,
        issueId: id,
        kind: step % 2 === 0 ? ("fixed" as const) : ("reopened" as const),
        at: later(step),
      })),
    });
    const found = await history(id);
    expect(found?.moments).toHaveLength(100);
    expect(found?.earlier).toBe(21);
    expect(found?.moments.at(-1)?.at).toEqual(later(119));
    expect(found?.firstSeenAt).toEqual(NOW);
  });

  it("shows another team nothing", async () => {
    const stranger = await seedTeam(database.db, { email: "stranger@elsewhere.example" });
    expect(await history(await issueId("recieve"), stranger.teamId)).toBeNull();
  });

  it("has words for every kind of step", () => {
    const kinds = ["opened", "fixed", "reopened", "ignored", "taught", "woken"] as const satisfies IssueEventKind[];
    const step = { id: "1", at: NOW, by: null, crawlId: null, assignee: null, until: null, isByRule: true };
    expect(kinds.map((kind) => momentWords({ ...step, kind }, "links"))).toEqual([
      "Found on the site",
      "Gone from the site",
      "Back on the site",
      "Ignored by a rule",
      "Its target is no longer checked",
      "The snooze ended",
    ]);
  });
});
