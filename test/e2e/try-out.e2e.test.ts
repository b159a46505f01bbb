import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PUBLIC_PAGES, RENDERING_HEADER } from "#app/_front/public-pages.ts";
import { type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { type ChannelReceiver, startChannelReceiver } from "#test/support/servers/channel-receiver.ts";
import { type SiteServer, serveSite } from "#test/support/servers/site-server.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { parseArguments } from "#worker/cli/arguments.ts";
import { openCheck } from "#worker/cli/open-check.ts";
import { closeVisitors, openMail, openVisitor, readMailLink, readSubjects, type Visitor } from "./visitor.ts";

/** Most JavaScript that the landing page may load, in bytes as transferred. */
const MOST_SCRIPT = 100_000;

let product: RunningProduct;
let site: SiteServer;
let receiver: ChannelReceiver;
let folder: string;
let ann: Visitor;
const complaints: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "harbour-bakery-"));
  await cp(join(import.meta.dirname, "..", "site"), folder, { recursive: true });
  site = await serveSite(folder);
  receiver = await startChannelReceiver();
  product = await startProduct({ allowedPrivateHosts: [new URL(site.url).host, receiver.host] });
  ann = await openVisitor(product.url, "ann", complaints);
});
afterAll(async () => {
  await closeVisitors();
  await product?.stop();
  await site?.close();
  await receiver?.close();
  await rm(folder, { recursive: true, force: true });
});

const open = (path: string, headers: Record<string, string> = {}) => fetch(`${product.url}${path}`, { headers });

describe("the public pages", () => {
  it("are the same for everyone, and may be cached", async () => {
    for (const path of PUBLIC_PAGES.keys()) {
      const [one, other] = [await open(path), await open(path)];
      expect(one.status, path).toBe(200);
      expect(one.headers.get("cache-control"), path).toMatch(/^public, max-age=0, s-maxage=\d+/);
      expect(await other.text(), path).toBe(await one.text());
      const etag = one.headers.get("etag") ?? "";
      expect((await open(path, { "if-none-match": etag })).status, path).toBe(304);
      const policy = one.headers.get("content-security-policy") ?? "";
      expect(policy, path).not.toMatch(/nonce|script-src[^;]*unsafe/);
    }
  });

  it("leave every other page its nonce, also for a visitor who forges the mark of our own requests", async () => {
    for (const path of ["/sign-in", "/?utm_source=mail"]) {
      const { headers } = await open(path, { [RENDERING_HEADER]: "forged" });
      expect(headers.get("content-security-policy"), path).toMatch(/'nonce-[0-9a-f]{32}'/);
      expect(headers.get("cache-control"), path).toContain("no-store");
    }
  });

  it("work under that policy, and name themselves to search engines", async () => {
    const { page } = ann;
    const scripts: Promise<number>[] = [];
    page.on("requestfinished", (request) => {
      if (request.resourceType() === "script") scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await page.goto("/", { waitUntil: "networkidle" });
    expect(complaints).toEqual([]);
    const loaded = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
    expect(loaded).toBeLessThanOrEqual(MOST_SCRIPT);
    const html = await (await open("/")).text();
    expect(html).toContain(`<link rel="canonical" href="${product.url}">`);
    const picture = /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? "";
    expect((await fetch(picture)).headers.get("content-type")).toBe("image/png");
    expect(await page.locator('script[type="application/ld+json"]').textContent()).toMatch(/"@type":"WebApplication"/);
    expect(await (await open("/robots.txt")).text()).toContain(`Sitemap: ${product.url}/sitemap.xml`);
    expect(await (await open("/sitemap.xml")).text()).toContain(`<loc>${product.url}/pricing</loc>`);
  });

  it("pass our own checks of texts", async () => {
    const { url: address, ...wanted } = parseArguments([
      ...[product.url, "--allow-private", "--no-browser", "--only", "spelling,grammar,content"],
    ]);
    const check = await openCheck([address ?? ""], wanted, {
      ...{ appUrl: product.url, configuredBrowser: undefined, log: pino({ level: "silent" }) },
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    const { report, failure } = await check.check(address ?? "").finally(check.close);
    expect(failure).toBeNull();
    const read = report.pages.map(({ url }) => new URL(url).pathname);
    expect(read).toEqual(expect.arrayContaining([...PUBLIC_PAGES.keys()].filter((path) => !path.includes("."))));
    expect(report.findings.map(({ text, message, excerpt }) => `${text}: ${message} (${excerpt})`)).toEqual([]);
  });
});

describe("trying a website", () => {
  it("shows its mistakes without an account, and signing up keeps them", async () => {
    const { page, email, password } = ann;
    await tryAddress("192.168.0.1");
    await page.getByText("is on a private network").waitFor();
    await tryAddress(new URL(site.url).host);
    await page.waitForURL("**/try/*");
    const result = page.url();
    await page.getByText("recieve").first().waitFor();
    await page.getByRole("heading", { name: /^We found \d+ issues on Harbour Bakery$/ }).waitFor();
    await page.getByText("/menu.html").first().waitFor();
    const html = await (await fetch(result)).text();
    expect(html).toMatch(/<meta name="robots" content="noindex/);
    const readBefore = await lastVisits();

    await page.getByRole("link", { name: "Keep this result" }).click();
    await page.getByLabel("E-mail address").fill(email);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL("**/check-your-mail**");
    await page.goto(await readMailLink(page, email, "Confirm your e-mail address", /verify-email\?token=/));
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Create account" }).click();
    await page.waitForURL(/\/sites\/(?!new)[^/]+$/);
    await page.getByText("recieve").first().waitFor();
    await openMail(page, email, /your first report, 3 issues/);
    expect(await lastVisits()).toEqual(readBefore);
    expect(await readSubjects(page, email)).toHaveLength(2);
    expect(await product.database.db.delivery.count({ where: { NOT: { email } } })).toBe(0);
    expect((await fetch(result)).status).toBe(404);
  });

  it("leads two people on to a client's report, a message in Slack and a weekly mail, by what the pages say", async () => {
    const { page } = ann;
    const { db } = product.database;
    const carl = await openVisitor(product.url, "carl", complaints);
    await page.goto("/sites");
    await page.getByRole("link", { name: "Harbour Bakery" }).first().click();

    await page.getByRole("link", { name: "Share", exact: true }).click();
    await page.getByLabel("For whom?").fill("Carl");
    await page.getByRole("button", { name: "Make a link" }).click();
    await carl.page.goto(await page.getByLabel("Address of the report", { exact: true }).inputValue());
    await carl.page.locator("mark", { hasText: "recieve" }).waitFor();

    await page.getByRole("link", { name: "Settings", exact: true }).click();
    await page.getByRole("link", { name: "Mail", exact: true }).click();
    await page.getByLabel("Add an address").fill(carl.email);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const recipient = page.getByRole("listitem").filter({ hasText: carl.email });
    await recipient.getByText("waiting for confirmation").waitFor();
    await recipient.getByText("Change", { exact: true }).click();
    await recipient.getByLabel("How often").selectOption({ label: "Once a week, on Monday" });
    await recipient.getByRole("button", { name: "Save" }).click();
    await recipient.getByText("Once a week, on Monday, at 08:00").waitFor();
    await carl.page.goto(await readMailLink(carl.page, carl.email, "Do you want reports about a web site?", /\/confirm\//));
    await carl.page.getByRole("button", { name: "Yes, write to me" }).click();
    await carl.page.getByRole("heading", { name: "You will hear from us" }).waitFor();

    await page.getByRole("link", { name: "channel", exact: true }).click();
    await page.getByRole("link", { name: "Add a channel" }).click();
    await page.getByLabel("Slack").check();
    await page.getByLabel("Address").fill(`${receiver.url}/services/T00/B00/abcdefghijkl`);
    await page.getByLabel("Name").fill("#website");
    await page.getByRole("button", { name: "Add channel" }).click();
    await page.getByRole("button", { name: "Send a test" }).click();
    await page.getByText("The test got through.").waitFor();

    const path = join(folder, "bread.html");
    const html = await readFile(path, "utf8");
    await writeFile(path, html.replace("leave the oven every morning", "leave the oven evry morning"));
    await page.getByRole("link", { name: "Flawless" }).first().click();
    await page.getByRole("link", { name: "Harbour Bakery" }).first().click();
    await page.getByRole("button", { name: "Crawl now" }).click();
    const message = await waitFor("the message in Slack", () => receiver.received[1]);
    expect(message.body).toContain("leave the oven *evry* morning");
    expect(receiver.received).toHaveLength(2);

    // Monday cannot be waited for.
    await db.mailRhythm.updateMany({ where: { email: carl.email }, data: { nextAt: new Date() } });
    await openMail(carl.page, carl.email, /1 new issue/);
    const mail = await carl.page.frameLocator("iframe").locator("body").textContent();
    expect(mail).toContain("leave the oven evry morning");
    expect(mail).toContain("Harbour Bakery");
    expect(await readSubjects(carl.page, carl.email)).toHaveLength(2);
  });

  it("is limited for each visitor, and shares results", async () => {
    const { db } = product.database;
    const bob = await openVisitor(product.url, "bob", complaints);
    await tryAddress("not an address", bob);
    await bob.page.getByText("contains a space").waitFor();
    for (let time = 0; time < 3; time += 1) {
      await tryAddress(new URL(site.url).host, bob);
      await bob.page.waitForURL("**/try/*");
    }
    expect(await db.site.count({ where: { trials: { some: {} } } })).toBe(1);
    await tryAddress(new URL(site.url).host, bob);
    await bob.page.getByText("You have tried 3 websites in an hour").waitFor();
    expect(complaints).toEqual([]);
  });

  async function tryAddress(address: string, { page }: Visitor = ann): Promise<void> {
    await page.goto("/");
    await page.getByLabel("Address of your website").fill(address);
    await page.getByRole("button", { name: "Check my website" }).click();
  }
  async function lastVisits() {
    const pages = await product.database.db.page.findMany({ where: { gone: false }, orderBy: { url: "asc" } });
    return pages.map(({ url, lastVisitedAt }) => `${url} ${lastVisitedAt?.toISOString()}`);
  }
});
