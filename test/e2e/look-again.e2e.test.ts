import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { type SiteServer, serveSite } from "#test/support/servers/site-server.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { faultsInAllLooks } from "./screen-faults.ts";
import { closeVisitors, openVisitor, signUp, type Visitor } from "./visitor.ts";

describe("looking again at once", () => {
  let product: RunningProduct;
  let site: SiteServer;
  let folder: string;
  let ann: Visitor;
  let siteUrl: string;
  const complaints: string[] = [];
  /** A path whose requests wait, and those that do. */
  let heldPath: string | null = null;
  const held: (() => void)[] = [];
  const release = () => {
    heldPath = null;
    for (const answer of held.splice(0)) answer();
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "harbour-bakery-"));
    await cp(join(import.meta.dirname, "..", "site"), folder, { recursive: true });
    site = await serveSite(folder, {
      intercept: ({ url = "" }, response) => {
        if (url !== heldPath) return false;
        held.push(async () => {
          response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(await readFile(join(folder, url)));
        });
        return true;
      },
    });
    product = await startProduct({ allowedPrivateHosts: [new URL(site.url).host] });
    ann = await openVisitor(product.url, "ann", complaints);
  });
  afterAll(async () => {
    release();
    await closeVisitors();
    await product?.stop();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("shows what a first crawl finds while it reads, and stops it when told to", async () => {
    const { page } = ann;
    await signUp(ann);
    heldPath = "/about.html";
    await page.getByLabel(/address/i).fill(new URL(site.url).host);
    await page.getByRole("button", { name: /add|crawl/i }).click();
    await page.waitForURL(/\/sites\/(?!new)[^/]+/);
    siteUrl = page.url();
    const found = page.getByRole("region", { name: "Found so far" });
    await found.getByText("recieve").first().waitFor({ timeout: 60_000 });
    expect(await product.database.db.issue.count()).toBe(0);
    await waitFor("a request to wait", async () => held.length > 0);
    await page.getByText("Waiting for the site’s answers.").waitFor();
    const again = page.getByRole("button", { name: "Crawl now" });
    expect(await again.getAttribute("aria-disabled")).toBe("true");
    expect(await faultsInAllLooks(ann.page)).toEqual([]);

    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("nothing is settled yet").waitFor();
    const crawl = await product.database.db.crawl.findFirstOrThrow();
    expect(crawl).toMatchObject({ reason: "first", state: "cancelled", failureCode: null });
    expect(await product.database.db.issue.count()).toBe(0);
    expect(await faultsInAllLooks(ann.page)).toEqual([]);
    release();
  });

  it("crawls again after that, and settles the list", async () => {
    const { page } = ann;
    await page.getByRole("main").getByRole("button", { name: "Crawl now" }).last().click();
    for (const mistake of ["recieve", "the the", "/menu.html"])
      await page.getByText(mistake).first().waitFor({ timeout: 60_000 });
    await page.getByRole("progressbar").waitFor({ state: "hidden", timeout: 60_000 });
    expect(await product.database.db.issue.count({ where: { state: "open" } })).toBe(3);
  });

  it("takes a corrected mistake from the list at once when its page is checked", async () => {
    const { page } = ann;
    const { url, id } = await product.database.db.page.findFirstOrThrow({ where: { url: { endsWith: "/delivery.html" } } });
    await page.goto(`${siteUrl}/pages/${id}`);
    await page.getByText("recieve").first().waitFor();
    await change("delivery.html", "you will recieve your bread", "you will receive your bread, and tell us untill noon");
    await page.getByRole("button", { name: "Check this page now" }).click();
    await page.getByText("1 fixed, 1 new. Checked just now.").waitFor({ timeout: 30_000 });
    await page.getByText("untill").first().waitFor();
    const states = await product.database.db.issue.findMany({
      where: { text: { in: ["recieve", "untill"] } },
      orderBy: { text: "asc" },
    });
    expect(states.map(({ text, state }) => `${text} ${state}`)).toEqual(["recieve fixed", "untill open"]);
    expect(await faultsInAllLooks(ann.page)).toEqual([]);

    site.requests.length = 0;
    await page.goto(siteUrl);
    await page.getByLabel("Check one page now").fill(url);
    await page.getByLabel("Check one page now").press("Enter");
    await page.getByText("No change. Checked just now.").waitFor({ timeout: 30_000 });
    await page.getByLabel("Check one page now").fill("https://other.example/");
    await page.getByLabel("Check one page now").press("Enter");
    await page.getByText("This page is on another site.").waitFor();
    expect(await faultsInAllLooks(ann.page)).toEqual([]);
    await page.goto(`${siteUrl}/crawls`);
    await page.getByText("Page check").first().waitFor();
    expect(await faultsInAllLooks(ann.page)).toEqual([]);
    expect(await product.database.db.delivery.count({ where: { kind: "digest" } })).toBe(0);
  });

  it("stops a crawl within seconds, and changes no issue", async () => {
    const { page } = ann;
    const before = await product.database.db.issue.findMany({ orderBy: { id: "asc" } });
    heldPath = "/bread.html";
    await change("bread.html", "leave the oven every morning", "leave the oven every mornign");
    await page.goto(siteUrl);
    await page.getByRole("button", { name: "Crawl now" }).click();
    await waitFor("a request to wait", async () => held.length > 0);
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByText("We stopped the crawl.").waitFor();
    await page.getByRole("progressbar").waitFor({ state: "hidden" });
    await waitFor("the worker to drop it", async () => /stopped/.test(product.worker.output()));
    expect(await product.database.db.issue.findMany({ orderBy: { id: "asc" } })).toEqual(before);
    expect(await page.getByRole("button", { name: "Crawl now" }).getAttribute("aria-disabled")).toBe("false");
    release();
    const { failedDays } = await product.database.db.site.findFirstOrThrow();
    expect(failedDays).toBe(0);
  });

  it("caused no script errors or policy violations", () => {
    expect(complaints).toEqual([]);
  });

  async function change(name: string, before: string, after: string): Promise<void> {
    const path = join(folder, name);
    const html = await readFile(path, "utf8");
    if (!html.includes(before)) throw new Error(`${name} does not say “${before}”.`);
    await writeFile(path, html.replace(before, after));
  }
});
