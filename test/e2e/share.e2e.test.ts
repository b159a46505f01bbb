import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { type SeededSite, seedSite } from "#test/support/seed/seed-site.ts";
import { closeVisitors, openVisitor, signUp, type Visitor } from "./visitor.ts";

describe("results that leave the product", () => {
  let product: RunningProduct;
  let ann: Visitor;
  let client: Visitor;
  let site: SeededSite;
  const complaints: string[] = [];

  beforeAll(async () => {
    product = await startProduct({ allowedPrivateHosts: [] });
    ann = await openVisitor(product.url, "owner", complaints);
    await signUp(ann);
    client = await openVisitor(product.url, "client", complaints);
    const { db } = product.database;
    const { teamId, userId } = await db.member.findFirstOrThrow({ where: { user: { email: ann.email } } });
    site = await seedSite(db, { teamId, userId, email: ann.email, now: new Date() });
  });
  afterAll(async () => {
    await closeVisitors();
    await product?.stop();
  });

  const openShare = () => ann.page.goto(`/sites/${site.siteId}/share`);
  const button = (name: string) => ann.page.getByRole("button", { name });
  const addressOf = async (label: string) => ann.page.getByLabel(label, { exact: true }).inputValue();

  it("shows the report to a visitor without an account or cookies, to read only, until the link ends", async () => {
    await openShare();
    await ann.page.getByLabel("For whom?").fill("Our client");
    await ann.page.getByLabel("Valid for").selectOption({ label: "7 days" });
    await button("Make a link").click();
    const address = await addressOf("Address of the report");
    expect(address).toMatch(new RegExp(`^${product.url}/shared/[\\w-]{43}$`));
    await ann.page.reload();
    await ann.page.getByText("Our client", { exact: true }).first().waitFor();
    expect(await ann.page.content()).not.toContain(address);

    const { page } = client;
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(200);
    expect(answer?.headers()).toMatchObject({
      "referrer-policy": "no-referrer",
      "x-robots-tag": expect.stringContaining("noindex"),
    });
    expect(await page.locator('meta[name="robots"]').getAttribute("content")).toContain("noindex");
    expect(await page.context().cookies()).toEqual([]);
    const rows = page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ has: page.locator("p.font-serif") });
    expect(await rows.count()).toBe(10);
    expect(await rows.filter({ hasText: "You will recieve" }).locator("mark").textContent()).toBe("recieve");
    await page.getByRole("navigation", { name: "Filter by check" }).getByRole("link", { name: "Links 3" }).click();
    await page.waitForURL(/check=links/);
    await expect.poll(() => rows.count()).toBe(3);
    const html = await page.content();
    expect(html).not.toContain(ann.email);
    expect(html).not.toContain("Our client");
    expect(html).not.toMatch(/href="[^"]*\/sites\//);
    expect(await page.getByRole("button").count()).toBe(0);

    await button("End Our client").click();
    await ann.page.getByText("Ended. The address no longer works.").waitFor();
    expect((await page.goto(address))?.status()).toBe(404);
    await page.getByRole("heading", { name: "This link has ended" }).waitFor();
    await page.getByText("Ask the person who sent you this link").waitFor();
  });

  it("downloads each list as CSV, with the filters in force", async () => {
    const { page } = ann;
    const download = async (path: string, name: RegExp) => {
      await page.goto(path);
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
      return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
    };
    const linesOf = (text: string) => text.split("\r\n").length - 2;
    const today = new Date().toISOString().slice(0, 10);
    const all = await download(`/sites/${site.siteId}`, /Download CSV/);
    expect(all.name).toBe(`flawless-brightwell-coffee-issues-${today}.csv`);
    expect(all.text.startsWith('\u{FEFF}"Site","Check"')).toBe(true);
    expect(linesOf(all.text)).toBe(10);
    expect(linesOf((await download(`/sites/${site.siteId}?check=links`, /Download CSV/)).text)).toBe(3);
    expect(linesOf((await download("/issues?q=recieve", /Download CSV/)).text)).toBe(1);
    expect(linesOf((await download(`/sites/${site.siteId}/crawls`, /Download CSV/)).text)).toBe(2);
    const crawl = `/sites/${site.siteId}/crawls/${site.crawlIds[1]}`;
    expect(linesOf((await download(crawl, /Download CSV of all pages/)).text)).toBe(24);
    expect((await download(crawl, /did not check/)).text).toContain("The page did not answer within 30 seconds.");
    for (const path of ["/issues/export", `/sites/${site.siteId}/export/issues`]) {
      const answer = await client.page.request.get(path, { maxRedirects: 0 });
      expect(answer.status(), path).toBe(307);
    }
  });

  it("makes a PDF and offers it when it is ready", async () => {
    await openShare();
    await ann.page.getByLabel("Name", { exact: true }).fill("Studio North");
    const drawing = { name: "logo.png", mimeType: "image/png", buffer: Buffer.from("<svg onload='alert(1)'/>") };
    await ann.page.getByLabel("Logo", { exact: true }).setInputFiles(drawing);
    await button("Save").click();
    await ann.page.getByText("This file is not a picture in PNG, JPEG or WebP.").waitFor();
    await ann.page.getByLabel("Logo", { exact: true }).setInputFiles([]);
    await button("Save").click();
    await ann.page.getByText("Saved. Reports show this from now on.").waitFor();
    await button("Make a PDF").click();
    const link = ann.page.getByRole("link", { name: /Download PDF/ });
    const [file] = await Promise.all([ann.page.waitForEvent("download"), link.click()]);
    expect(file.suggestedFilename()).toMatch(/^flawless-brightwell-coffee-report-.*\.pdf$/);
    expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe("%PDF-");
    const href = (await link.getAttribute("href")) ?? "";
    expect((await client.page.request.get(href, { maxRedirects: 0 })).status()).toBe(307);
  });

  it("shows the badge and the feed at addresses of their own, which end", async () => {
    await openShare();
    await button("Turn the badge on").click();
    const badge = await addressOf("Address of the badge");
    await button("Turn the feed on").click();
    const feed = await addressOf("Address of the feed");
    const get = async (address: string) => {
      const answer = await fetch(address);
      return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
    };
    expect(await get(badge)).toMatchObject({ status: 200, type: expect.stringContaining("image/svg+xml") });
    expect((await get(badge)).text).toContain("<title>Flawless: 10 open mistakes</title>");
    expect(await get(feed)).toMatchObject({ status: 200, type: expect.stringContaining("application/atom+xml") });
    for (const address of [badge, feed]) {
      const etag = (await fetch(address)).headers.get("etag") ?? "none";
      const again = await fetch(address, { headers: { "If-None-Match": etag } });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
    const entries = await client.page.evaluate(
      (xml) => new DOMParser().parseFromString(xml, "application/xml").querySelectorAll("feed > entry").length,
      (await get(feed)).text,
    );
    expect(entries).toBe(1);
    await button("End Badge").click();
    await expect.poll(async () => (await get(badge)).status).toBe(404);
    expect((await get(badge)).text).toContain("badge ended");
    expect((await get(feed)).status).toBe(200);
    await button("End Feed").click();
    await expect.poll(async () => (await get(feed)).status).toBe(404);
  });

  it("caused no script errors or policy violations", () => {
    expect(complaints).toEqual([]);
  });
});
