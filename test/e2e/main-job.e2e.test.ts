import { createHmac } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { type ChannelReceiver, startChannelReceiver } from "#test/support/servers/channel-receiver.ts";
import { type SiteServer, serveSite } from "#test/support/servers/site-server.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { closeVisitors, openMail, openVisitor, readMailLink, readSubjects, signUp, type Visitor } from "./visitor.ts";

describe("the main job", () => {
  let product: RunningProduct;
  let site: SiteServer;
  let folder: string;
  let ann: Visitor;
  let receiver: ChannelReceiver;
  let reportUrl: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "harbour-bakery-"));
    await cp(join(import.meta.dirname, "..", "site"), folder, { recursive: true });
    site = await serveSite(folder);
    receiver = await startChannelReceiver();
    product = await startProduct({ allowedPrivateHosts: [new URL(site.url).host, receiver.host] });
    ann = await openVisitor(product.url, "ann");
  });
  afterAll(async () => {
    await closeVisitors();
    await product?.stop();
    await site?.close();
    await receiver?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("goes from sign-up to a first report, then mails each change exactly once", async () => {
    const { page, email } = ann;
    await signUp(ann);

    await page.getByLabel(/address/i).fill(new URL(site.url).host);
    await page.getByRole("button", { name: /add|crawl/i }).click();
    await page.waitForURL(/\/sites\/(?!new)[^/]+/);
    reportUrl = page.url();
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

  it("sends what changes to a webhook, which shows its secret once and the true answer to a test", async () => {
    const { page } = ann;
    await page.goto("/sites");
    await page.getByRole("button", { name: ann.email }).click();
    await page.getByRole("menuitem", { name: "Channels" }).click();
    await page.getByRole("link", { name: "Add a channel" }).click();
    await page.getByLabel("Webhook").check();
    await page.getByLabel("Address").fill("http://example.com/hook");
    await page.getByLabel("Name").fill("Intranet");
    await page.getByRole("button", { name: "Add channel" }).click();
    await page.getByText("Use an address that begins with https://").waitFor();
    await page.getByLabel("Address").fill(`${receiver.url}/hooks/abcdefghijklmnop`);
    await page.getByLabel("Only some sites").check();
    await page.getByRole("button", { name: "Add channel" }).click();
    await page.getByText("Choose at least one site.").waitFor();
    await page.getByRole("checkbox").check();
    await page.getByRole("button", { name: "Add channel" }).click();
    const secret = await page.getByText(/^whsec_/).textContent();
    await page.getByRole("link", { name: /go on to a test/ }).click();
    await page.getByRole("heading", { name: "Intranet" }).waitFor();
    expect(await page.content()).not.toContain(secret ?? "none");

    receiver.answer((response) => response.writeHead(503).end("closed for today"));
    await page.getByRole("button", { name: "Send a test" }).click();
    await page.getByText(/The test did not get through. It answered 503 in \d+ ms: closed for today/).waitFor();
    receiver.answer((response) => response.end("thanks"));
    await page.getByRole("button", { name: "Send a test" }).click();
    await page.getByText(/The test got through. It answered 200 in \d+ ms: thanks/).waitFor();
    expect(receiver.received.map(({ body }) => body.includes('"channel.test"'))).toEqual([true, true]);

    await crawlNow(ann, reportUrl);
    await change("delivery.html", "you will receive your bread", "you will recieve your bread");
    await crawlNow(ann, reportUrl);
    const message = await waitFor("the message", () => receiver.received[2]);
    const { headers, body } = message;
    const key = Buffer.from(secret?.slice("whsec_".length) ?? "", "base64");
    const signed = createHmac("sha256", key).update(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`);
    expect(headers["webhook-signature"]).toBe(`v1,${signed.digest("base64")}`);
    expect(JSON.parse(body)).toMatchObject({ type: "site.changed", data: { new: [{ text: "recieve" }], gone: [] } });
    expect(receiver.received).toHaveLength(3);

    await page.goto("/channels");
    await page.getByRole("button", { name: "Remove Intranet" }).click();
    await page.getByText("No channels yet").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("link", { name: "Intranet" }).click();
    await page.getByText("1 new issue").waitFor();
  });

  it("answers a program that has a token, which is shown once", async () => {
    const { page } = ann;
    await page.goto("/sites");
    await page.getByRole("button", { name: ann.email }).click();
    await page.getByRole("menuitem", { name: "API" }).click();
    await page.getByLabel("Name").fill("Deploy hook");
    await page.getByRole("button", { name: "Create token" }).click();
    await page.getByText("Choose at least one right.").waitFor();
    await page.getByLabel(/List your sites/).check();
    await page.getByLabel(/Have pages checked/).check();
    await page.getByLabel(/Read the list of pages/).check();
    await page.getByLabel("Only some sites").check();
    await page.getByRole("group", { name: "Sites", exact: true }).getByRole("checkbox").check();
    await page.getByLabel("Valid for").selectOption("one year");
    await page.getByRole("button", { name: "Create token" }).click();
    const token = await page.getByText(/^flw_[\w-]{43}$/).textContent();
    await page.reload();
    await page.getByText("never used").waitFor();
    await page.getByText("valid until").waitFor();
    expect(await page.content()).not.toContain(token ?? "none");

    const headers = { Authorization: `Bearer ${token}` };
    const siteId = new URL(reportUrl).pathname.split("/")[2] ?? "";
    const sites = await fetch(`${product.url}/api/v1/sites`, { headers });
    expect([sites.status, sites.headers.get("ratelimit")]).toEqual([200, expect.stringMatching(/^"default";r=119;t=\d+$/)]);
    expect(await sites.json()).toMatchObject({ data: [{ id: siteId, reportUrl }], nextCursor: null });
    const issues = await fetch(`${product.url}/api/v1/sites/${siteId}/issues`, { headers });
    expect([issues.status, issues.headers.get("content-type")]).toEqual([403, "application/problem+json"]);
    const pages = await fetch(`${product.url}/api/v1/sites/${siteId}/pages?state=read&limit=1`, { headers });
    const [first] = z.object({ data: z.array(z.object({ id: z.uuid(), url: z.string() })) }).parse(await pages.json()).data;
    const one = await fetch(`${product.url}/api/v1/pages/${first?.id}`, { headers });
    expect(await one.json()).toMatchObject({ url: first?.url, state: "read", reason: null, issues: expect.any(Array) });
    const unknown = await fetch(`${product.url}/api/v1/nowhere`, { headers });
    expect([unknown.status, unknown.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
    const published = await fetch(`${product.url}/api/v1/sites/${siteId}/published`, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json", "Idempotency-Key": "deploy-1" },
      body: JSON.stringify({ urls: ["/delivery.html"] }),
    });
    expect(published.status).toBe(202);
    const { data } = z.object({ data: z.tuple([z.object({ crawlId: z.uuid() })]) }).parse(await published.json());
    await waitFor("the page to be checked", async () => {
      const crawl = await product.database.db.crawl.findUnique({ where: { id: data[0].crawlId } });
      return crawl?.state === "finished";
    });
    expect(await (await fetch(`${product.url}/api/v1/openapi.json`)).json()).toMatchObject({
      openapi: "3.1.0",
      servers: [{ url: `${product.url}/api/v1` }],
    });
    await page.reload();
    await page.getByText("last used").waitFor();
    await page.getByRole("button", { name: "Delete Deploy hook" }).click();
    await page.getByText("No tokens yet.").waitFor();
    expect((await fetch(`${product.url}/api/v1/sites`, { headers })).status).toBe(401);
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
