import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { type SiteServer, serveSite } from "#test/support/servers/site-server.ts";
import { closeVisitors, openMail, openVisitor, readMailLink, readSubjects, signUp, type Visitor } from "./visitor.ts";

describe("the main job", () => {
  let product: RunningProduct;
  let site: SiteServer;
  let folder: string;
  let ann: Visitor;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "harbour-bakery-"));
    await cp(join(import.meta.dirname, "..", "site"), folder, { recursive: true });
    site = await serveSite(folder);
    product = await startProduct({ allowedPrivateHosts: [new URL(site.url).host] });
    ann = await openVisitor(product.url, "ann");
  });
  afterAll(async () => {
    await closeVisitors();
    await product?.stop();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("goes from sign-up to a first report, then mails each change exactly once", async () => {
    const { page, email } = ann;
    await signUp(ann);

    await page.getByLabel(/address/i).fill(new URL(site.url).host);
    await page.getByRole("button", { name: /add|crawl/i }).click();
    await page.waitForURL(/\/sites\/(?!new)[^/]+/);
    const reportUrl = page.url();
    for (const mistake of ["recieve", "the the", "/menu.html"]) await expectVisible(ann, mistake);

    await openMail(page, email, /your first report, 3 issues/);
    expect(await readSubjects(page, email)).toHaveLength(2);

    await change("delivery.html", "you will recieve your bread", "you will receive your bread");
    await change("bread.html", "leave the oven every morning", "leave the oven evry morning");
    await change("index.html", "/about.html#story", "/history.html");
    await crawlNow(ann, reportUrl);
    await openMail(page, email, /2 new issues, 1 gone/);
    const mail = page.frameLocator("iframe").locator("body");
    const text = await mail.textContent();
    for (const told of ["evry", "/history.html", "recieve"]) expect(text).toContain(told);
    for (const known of ["the the", "/menu.html"]) expect(text).not.toContain(known);
    expect(await readSubjects(page, email)).toHaveLength(3);

    await crawlNow(ann, reportUrl);
    expect(await product.database.db.delivery.count({ where: { email } })).toBe(3);
    expect(await readSubjects(page, email)).toHaveLength(3);
  });

  it("lets the reader of a mail decide from there, without signing in, and never by opening the link", async () => {
    const { db } = product.database;
    const link = await readMailLink(ann.page, ann.email, /2 new issues, 1 gone/, /\/decide\//);
    const stateOf = async () => (await db.issue.findFirstOrThrow({ where: { text: "evry" } })).state;
    const elsewhere = await openVisitor(product.url, "phone");
    const { page } = elsewhere;
    const press = (name: string) => page.getByRole("button", { name }).click();
    const see = (words: string | RegExp) => page.getByRole("status").filter({ hasText: words }).waitFor();
    await page.goto(link);
    await page.getByRole("heading", { name: /^An issue on/ }).waitFor();
    expect(await stateOf()).toBe("open");
    await press("Add to dictionary");
    await see(/“evry” is now in the dictionary/);
    await press("Undo");
    await see("no longer in the dictionary");
    expect(await stateOf()).toBe("open");
    await press("Ignore");
    await see("Ignored.");
    await press("Undo");
    await see("Undone. The issue is as it was.");
    await press("Mark as fixed");
    await see("Marked as fixed.");
    expect(await stateOf()).toBe("fixed");
    // A changed token, and a person who may no longer decide.
    await page.goto(`${link.slice(0, -4)}AAAA`);
    await page.getByRole("heading", { name: "This link no longer works" }).waitFor();
    await db.member.updateMany({ where: { user: { email: ann.email } }, data: { role: "viewer" } });
    await page.goto(link);
    await page.getByRole("heading", { name: "This link no longer works" }).waitFor();
  });

  async function change(name: string, before: string, after: string): Promise<void> {
    const path = join(folder, name);
    const html = await readFile(path, "utf8");
    if (!html.includes(before)) throw new Error(`${name} does not say “${before}”.`);
    await writeFile(path, html.replace(before, after));
  }
});

/** Starts a crawl on the site's page and waits there until its result is shown. */
async function crawlNow({ page }: Visitor, reportUrl: string): Promise<void> {
  await page.goto(reportUrl);
  await page.getByRole("button", { name: "Crawl now" }).click();
  await page.getByRole("progressbar").waitFor();
  await page.getByRole("progressbar").waitFor({ state: "hidden", timeout: 60_000 });
}

async function expectVisible({ page }: Visitor, text: string): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout: 60_000 });
}
