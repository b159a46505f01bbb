import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { payloadSchemas } from "#emails/payloads.ts";
import { type CrawlHarness, startCrawlHarness } from "#test/support/crawl-harness.ts";

describe("a check of one page", () => {
  let harness: CrawlHarness;
  beforeAll(async () => {
    harness = await startCrawlHarness({ withBrowser: true });
    await harness.crawl();
  });
  afterAll(() => harness.close());

  it("visits this page and its links only, and settles its issues at once", async () => {
    await harness.edit("delivery.html", "you will recieve your bread", "you will receive your bread, and tell us untill noon");
    await harness.edit("bread.html", "leave the oven every morning", "leave the oven every mornign");
    harness.server.requests.length = 0;
    expect(await checkPage("/delivery.html")).toMatchObject({
      state: "finished",
      pagesDone: 1,
      opened: 1,
      fixed: 1,
      linksFound: 7,
    });
    expect(await states()).toMatchObject({ recieve: "fixed", untill: "open", "the the": "open" });
    expect(await states()).not.toHaveProperty("mornign");
    const asked = harness.server.requests;
    expect(asked).toContain("/delivery.html");
    expect(asked).not.toContain("/sitemap.xml");
    expect(await mails()).toEqual(["first_report"]);
  });

  it("asks the links of an unchanged page again", async () => {
    const dead = `${harness.server.url}/menu.html`;
    expect(await states()).toMatchObject({ [dead]: "open" });
    await writeFile(
      join(harness.folder, "menu.html"),
      '<html lang="en"><title>Menu</title><h1>Menu</h1><p>Bread and soup.</p></html>',
    );
    const page = await pageWith(dead);
    expect(await checkPage(page)).toMatchObject({ state: "finished", pagesChanged: 0, opened: 0, fixed: 1 });
    expect(await states()).toMatchObject({ [dead]: "fixed" });
  });

  it("adds a page that it did not know, if it is on the site", async () => {
    await writeFile(
      join(harness.folder, "hidden.html"),
      '<html lang="en"><title>Hidden</title><h1>Hidden</h1><p>Nobody links to this page, and it says definately.</p></html>',
    );
    expect(await checkPage(`${harness.server.url}/hidden.html#top`)).toMatchObject({ state: "finished", opened: 1 });
    expect(await states()).toMatchObject({ definately: "open" });
    await expect(harness.checkPage("https://other.example/page")).rejects.toMatchObject({ code: "invalid-input" });
    await expect(harness.checkPage("http://169.254.169.254/latest")).rejects.toMatchObject({ code: "invalid-input" });
  });

  it("says why a page could not be read, and fixes nothing", async () => {
    harness.answer("/about.html", 500);
    const failed = await checkPage("/about.html");
    expect(failed).toMatchObject({ state: "failed", failureCode: "http-error" });
    expect(failed.failureMessage).toMatch(/500/);
    expect(await states()).toMatchObject({ "the the": "open" });
    harness.answer("/about.html", 404);
    expect(await checkPage("/about.html")).toMatchObject({ state: "finished", fixed: 1 });
    expect(await states()).toMatchObject({ "the the": "fixed" });
    harness.answer("/about.html", null);
    expect(await checkPage("/about.html")).toMatchObject({ state: "finished", opened: 1 });
    expect(await states()).toMatchObject({ "the the": "reopened" });
  });

  it("leaves the rest to the next crawl, whose one digest tells of all", async () => {
    await harness.crawl();
    expect(await mails()).toEqual(["first_report", "digest"]);
    const { payload } = await harness.database.db.delivery.findFirstOrThrow({ where: { kind: "digest" } });
    const { opened, fixed } = payloadSchemas.digest.parse(payload).digest;
    expect(opened.map(({ text }) => text).sort()).toEqual(["definately", "mornign", "untill"]);
    expect(fixed.map(({ text }) => text).sort()).toEqual([`${harness.server.url}/menu.html`, "recieve"]);
    await harness.crawl();
    expect(await mails()).toEqual(["first_report", "digest"]);
  });

  async function checkPage(typed: string) {
    return harness.database.db.crawl.findUniqueOrThrow({ where: { id: await harness.checkPage(typed) } });
  }
  async function states(): Promise<Record<string, string>> {
    const issues = await harness.database.db.issue.findMany();
    return Object.fromEntries(issues.map(({ text, state }) => [text, state]));
  }
  async function pageWith(text: string): Promise<string> {
    const { page } = await harness.database.db.occurrence.findFirstOrThrow({
      where: { issue: { text } },
      include: { page: true },
    });
    return page.url;
  }
  async function mails(): Promise<string[]> {
    const all = await harness.database.db.delivery.findMany({ orderBy: { createdAt: "asc" } });
    return all.map(({ kind }) => kind);
  }
});
