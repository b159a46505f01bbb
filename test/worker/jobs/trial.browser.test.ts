import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepTrial } from "#prisma/queries/trials/keep-trial.ts";
import { startTrial } from "#prisma/queries/trials/start-trial.ts";
import { type CrawlHarness, startCrawlHarness } from "#test/support/crawl-harness.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { TRIAL_PAGES } from "#worker/core/trial/trial-limits.ts";
import { runCrawl } from "#worker/jobs/run-crawl.ts";

const MORE = ["one", "two", "three", "four"];

describe("a trial that someone keeps", () => {
  let harness: CrawlHarness;
  beforeAll(async () => {
    harness = await startCrawlHarness({ withBrowser: true });
    const links = MORE.map((name) => `<a href="/${name}.html">${name}</a>`).join(" ");
    await harness.edit("index.html", "<footer>", `<p>${links}</p><footer>`);
    for (const name of MORE) {
      const text = `<p>On page ${name} we say definately.</p>`;
      await writeFile(
        join(harness.folder, `${name}.html`),
        `<html lang="en-US"><title>${name}</title><h1>${name}</h1>${text}</html>`,
      );
    }
  });
  afterAll(() => harness.close());

  it("reads five pages, and later the others only", async () => {
    const { db, queue } = harness.dependencies;
    const startUrl = `${harness.server.url}/`;
    const wanted = { address: startUrl, visitor: "ann", startUrl, name: "Harbour Bakery" };
    const { token } = await startTrial({ db, queue, now: new Date() }, wanted);
    const { id: crawlId } = await db.crawl.findFirstOrThrow({ where: { reason: "trial" } });
    const run = () => runCrawl(harness.dependencies, crawlId, new AbortController().signal);
    await run();
    const { siteId, ...trial } = await db.crawl.findUniqueOrThrow({ where: { id: crawlId } });
    expect(trial).toMatchObject({ state: "finished", pagesDone: TRIAL_PAGES });
    const readFirst = await readPages(siteId);
    expect(readFirst).toHaveLength(TRIAL_PAGES);
    const opened = await db.issue.count({ where: { siteId } });
    expect(opened).toBeGreaterThan(0);
    expect(await db.delivery.count()).toBe(0);

    const { teamId, email } = await seedTeam(db, { email: "ann@harbour.example" });
    harness.server.requests.length = 0;
    await keepTrial({ db, queue, now: new Date() }, { token, teamId, email, timeZone: "UTC" });
    await run();
    expect(readFirst.filter((path) => harness.server.requests.includes(path))).toEqual([]);
    expect(await readPages(siteId)).toHaveLength(5 + MORE.length);
    const whole = await db.crawl.findUniqueOrThrow({ where: { id: crawlId } });
    expect(whole).toMatchObject({ state: "finished", reason: "first", pagesDone: 5 + MORE.length, attempts: 2, givenBack: 1 });
    expect(whole.opened).toBe(await db.issue.count({ where: { siteId } }));
    expect(whole.opened).toBeGreaterThan(opened);
    const mails = await db.delivery.findMany();
    expect(mails.map((mail) => `${mail.kind} ${mail.email}`)).toEqual([`first_report ${email}`]);
  });

  async function readPages(siteId: string): Promise<string[]> {
    const pages = await harness.database.db.page.findMany({ where: { siteId, gone: false, snapshotId: { not: null } } });
    return pages.map(({ url }) => new URL(url).pathname).sort();
  }
});
