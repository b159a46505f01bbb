import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSiteVerification } from "#prisma/queries/sites/find-site-verification.ts";
import { claimSitesToVerify } from "#prisma/queries/sites/site-verification.ts";
import { type CrawlHarness, startCrawlHarness } from "#test/support/crawl-harness.ts";
import { proofTag } from "#worker/core/ownership/proof.ts";
import { proveSite, reproveSites } from "#worker/jobs/prove-site.ts";

const DAY_MS = 86_400_000;
const noRecord = () => Promise.reject(Object.assign(new Error("queryTxt ENODATA"), { code: "ENODATA" }));

describe("the proof that a site is its owner's", () => {
  let harness: CrawlHarness;
  let tag: string;
  beforeAll(async () => {
    harness = await startCrawlHarness();
    tag = proofTag((await proof())?.token ?? "");
  });
  afterAll(() => harness.close());

  const proof = () => findSiteVerification(harness.database.db, harness);
  const dependencies = () => ({
    db: harness.database.db,
    client: harness.dependencies.tools.client,
    lookUpTxt: noRecord,
  });
  const prove = () => proveSite(dependencies(), harness.siteId);
  /** Lets so many days pass since the proof was looked for, and looks again if it is time. */
  async function later(days: number) {
    const { siteId, database } = harness;
    const earlier = new Date(Date.now() - days * DAY_MS);
    await database.db.site.update({ where: { id: siteId }, data: { proofSoughtAt: earlier } });
    return reproveSites(dependencies());
  }

  it("is missing at first, which is reported and has no consequence", async () => {
    expect(await prove()).toMatchObject({
      outcome: "missing",
      missing: { tag: expect.stringContaining("did not find the tag") },
    });
    expect(await proof()).toMatchObject({ provenAt: null, provenBy: null, isLost: false });
  });

  it("is seen by a crawl that reads the start page anyway", async () => {
    await harness.edit("index.html", "<head>", `<head>${tag}`);
    await harness.crawl();
    expect(await proof()).toMatchObject({ provenAt: expect.any(Date), provenBy: "tag" });
  });

  it("is looked for again after a week, by one worker, and found", async () => {
    expect(await later(6)).toBe(0);
    expect(await later(8)).toBe(1);
    expect(await proof()).toMatchObject({ provenAt: expect.any(Date), isLost: false });
    const inAMonth = new Date(Date.now() + 30 * DAY_MS);
    const claims = await Promise.all([1, 2, 3].map(() => claimSitesToVerify(harness.database.db, inAMonth)));
    expect(claims.flat()).toEqual([harness.siteId]);
  });

  it("is gone when it was missed three times, a day apart; till then it counts", async () => {
    await harness.edit("index.html", tag, "");
    await later(30);
    expect(await later(0.5)).toBe(0);
    await later(1.5);
    expect(await proof()).toMatchObject({ provenAt: expect.any(Date) });
    await later(1.5);
    expect(await proof()).toMatchObject({ provenAt: null, provenBy: null, isLost: true });
    expect(await later(30)).toBe(0);
  });

  it("counts again when it is back", async () => {
    await harness.edit("index.html", "<head>", `<head>${tag}`);
    expect(await prove()).toEqual({ outcome: "proven", by: "tag" });
    expect(await proof()).toMatchObject({ provenAt: expect.any(Date), isLost: false });
  });

  it("lets a site without it be read in small, and says so", async () => {
    const { siteId, database, dependencies: all } = harness;
    await database.db.site.update({ where: { id: siteId }, data: { provenAt: null } });
    const names = Array.from({ length: 60 }, (_, at) => `loaf-number-${at}.html`);
    for (const name of names) await writeFile(join(harness.folder, name), `<html lang="en"><p>This is ${name}.</p></html>`);
    const links = names.map((name) => `<a href="/${name}">${name}</a>`).join(" ");
    await writeFile(join(harness.folder, "index.html"), `<html lang="en"><p>All our bread: ${links}</p></html>`);
    const { client } = all.tools;
    all.tools.client = { ...client, allowedPrivateHosts: [] };
    const crawlId = await harness.crawl();
    all.tools.client = client;
    const crawl = await database.db.crawl.findUniqueOrThrow({ where: { id: crawlId } });
    expect(crawl.pagesDone).toBeLessThanOrEqual(50);
    expect(crawl.notChecked).toContainEqual(expect.objectContaining({ code: "not-proven", count: expect.any(Number) }));
  });
});
