import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromBufferPromise } from "yauzl";
import { z } from "zod";
import { answerTeamData } from "#app/_lib/team-data/answer-team-data.ts";
import { dataArchive } from "#app/_lib/team-data/data-archive.ts";
import type { Database } from "#prisma/client.ts";
import { findAllIssues } from "#prisma/queries/issue-list/find-all-issues.ts";
import { deleteSite } from "#prisma/queries/sites/delete-site.ts";
import { findSiteRecords } from "#prisma/queries/team-data/find-site-records.ts";
import { addWord } from "#prisma/queries/words/add-word.ts";
import { type DashboardFixture, NOW, startDashboardFixture } from "#test/app/dashboard/dashboard-fixture.ts";
import { seedChannels } from "#test/support/seed/seed-channels.ts";
import { seedSite } from "#test/support/seed/seed-site.ts";
import { parseIssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";

const EVERY_STATE = parseIssueListQuery({ confidence: "all", state: "all" });
const rows = z.array(z.record(z.string(), z.unknown()));

describe("the archive of a team's data", () => {
  let fixture: DashboardFixture;
  let db: Database;
  let wanted: { teamId: string; userId: string };
  const secrets: string[] = [];

  beforeAll(async () => {
    fixture = await startDashboardFixture();
    db = fixture.database.db;
    const { teamId, userId } = fixture.owner;
    wanted = { teamId, userId };
    const { siteId } = await seedSite(db, { ...fixture.owner, now: NOW, name: "=HYPERLINK(evil)" });
    await db.site.update({ where: { id: siteId }, data: { startUrl: "https://second.example/" } });
    await seedChannels(db, { teamId, siteId });
    await addWord(db, { teamId, siteId, userId, word: "roastery", now: NOW });
    await addWord(db, { teamId, siteId: null, userId, word: "flatwhite", now: NOW });
    await db.account.create({ data: { id: "a", accountId: "a", providerId: "credential", userId, password: "scrypt-hash" } });
    await db.team.update({ where: { id: teamId }, data: { stripeCustomerId: "cus_1" } });
    const recipients = await db.recipient.findMany();
    const sites = await db.site.findMany();
    secrets.push("scrypt-hash", ...recipients.map(({ token }) => token), ...sites.map(({ proofToken }) => proofToken));
    const removed = await seedSite(db, { ...fixture.owner, now: NOW, name: "Deleted before" });
    await deleteSite(db, { teamId, siteId: removed.siteId, now: NOW });
  });
  afterAll(() => fixture?.close());

  const answer = (at = NOW) =>
    answerTeamData(
      {
        ...{ db, now: at },
        listInvoices: async () => [
          { id: "in_1", number: "F-1", at: NOW, amount: 1900, currency: "eur", status: "paid" as const, url: null },
        ],
      },
      wanted,
    );

  it("has the numbers of the lists, the same in JSON and CSV, and nothing of others or of what was deleted", async () => {
    const response = await answer();
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="flawless-[\w-]+\.zip"$/);
    const files = await unzip(Buffer.from(await response.arrayBuffer()));
    const json = (name: string) => rows.parse(JSON.parse(files.get(`json/${name}.json`) ?? ""));
    const { teamId } = wanted;
    const ofTeam = { site: { teamId } };
    expect({
      team: json("team").length,
      people: json("people").length,
      sites: json("sites").length,
      recipients: json("recipients").length,
      pages: json("pages").length,
      events: json("issue-events").length,
      crawls: json("crawls").length,
      words: json("words").length,
      channels: json("channels").length,
      invoices: json("invoices").length,
    }).toEqual({
      ...{ team: 1, people: 1, sites: 2, words: 2, channels: 3, invoices: 1 },
      recipients: await db.recipient.count({ where: ofTeam }),
      pages: await db.page.count({ where: ofTeam }),
      events: await db.issueEvent.count({ where: ofTeam }),
      crawls: await db.crawl.count({ where: ofTeam }),
    });
    const issues = await db.issue.findMany({ where: ofTeam, select: { id: true } });
    const archived = json("issues").map(({ id }) => String(id));
    expect(archived.sort()).toEqual(issues.map(({ id }) => id).sort());
    const listed = (await Array.fromAsync(findAllIssues(db, { teamId, query: EVERY_STATE, now: NOW }))).flat();
    expect(listed.length).toBeGreaterThan(0);
    for (const { id } of listed) expect(archived).toContain(id);
    for (const name of [...files.keys()].filter((key) => key.startsWith("json/")).map((key) => key.slice(5, -5)))
      expect(recordsIn(files.get(`csv/${name}.csv`) ?? ""), name).toBe(json(name).length + 1);
    const everything = [...files.values()].join("\n");
    for (const secret of secrets) expect(everything).not.toContain(secret);
    expect(everything).not.toContain("stranger@elsewhere.example");
    expect(everything).not.toContain("Deleted before");
    expect(files.get("csv/sites.csv")).toContain(`"'=HYPERLINK(evil)"`);
    expect(await db.activity.count({ where: { teamId, kind: "data_downloaded" } })).toBe(1);
  });

  it("is made five times an hour", async () => {
    const later = new Date(NOW.getTime() + 3 * 3_600_000);
    for (let made = 0; made < 5; made += 1) await (await answer(later)).body?.cancel();
    const refused = await answer(later);
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain("Try again in an hour");
  });

  it("reads long lists in batches without losing or doubling any", async () => {
    const { siteId } = fixture.site;
    const records = findSiteRecords(db, siteId, 5);
    const pages = await Array.fromAsync(records.pages());
    expect(Math.max(...pages.map((batch) => batch.length))).toBe(5);
    expect(new Set(pages.flat().map(({ url }) => url)).size).toBe(await db.page.count({ where: { siteId } }));
    expect((await Array.fromAsync(records.events())).flat().length).toBe(await db.issueEvent.count({ where: { siteId } }));
  });

  it("reads a batch when the browser has taken the ones before, and breaks off when one fails", async () => {
    let read = 0;
    const endless = {
      name: "x",
      headings: ["value"],
      async *read() {
        for (; read < 2_000; read += 1) yield [{ value: `${read}`.repeat(20_000) }];
      },
    };
    const reader = dataArchive([endless]).getReader();
    await reader.read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(read).toBeLessThan(200);
    await reader.cancel();
    const broken = {
      ...endless,
      async *read() {
        yield [{ value: "1" }];
        throw new Error("The database is gone.");
      },
    };
    await expect(new Response(dataArchive([broken])).arrayBuffer()).rejects.toThrow("The database is gone.");
  });
});

async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, (await buffer(await zip.openReadStreamPromise(entry))).toString("utf8"));
  return files;
}

/** Counts the records of a CSV file, whose cells may contain line ends. */
function recordsIn(csv: string): number {
  let [records, quoted] = [0, false];
  for (const character of csv) {
    if (character === '"') quoted = !quoted;
    if (character === "\n" && !quoted) records += 1;
  }
  return records;
}
