import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { type SeededSite, seedSite } from "#test/support/seed/seed-site.ts";
import { seedTeam } from "#test/support/seed/seed-team.ts";
import { STYLE_RULES } from "#worker/core/style-rules.ts";
import { closeVisitors, openVisitor, signUp, type Visitor } from "./visitor.ts";

describe("the dashboard", () => {
  let product: RunningProduct;
  let ann: Visitor;
  let site: SeededSite;
  let theirs: SeededSite;
  /** Script errors and Content-Security-Policy violations that the browser reported. */
  const complaints: string[] = [];

  beforeAll(async () => {
    product = await startProduct({ allowedPrivateHosts: [] });
    ann = await openVisitor(product.url, "reader", complaints);
    await signUp(ann);
    const { db } = product.database;
    const { teamId, userId } = await db.member.findFirstOrThrow({ where: { user: { email: ann.email } } });
    site = await seedSite(db, { teamId, userId, email: ann.email, now: new Date() });
    const stranger = await seedTeam(db, { email: "stranger@elsewhere.example" });
    theirs = await seedSite(db, { ...stranger, now: new Date(), name: "Elsewhere" });
  });
  afterAll(async () => {
    await closeVisitors();
    await product?.stop();
  });

  const open = (query = "") => ann.page.goto(`/sites/${site.siteId}${query}`);
  const button = (name: string) => ann.page.getByRole("button", { name, exact: true });
  const seeStatus = (text: string) => ann.page.getByRole("status").filter({ hasText: text }).waitFor();
  const stateOf = async (text: string) =>
    (await product.database.db.issue.findFirstOrThrow({ where: { siteId: site.siteId, text } })).state;

  it("shows each mistake in its sentence, and markup as text", async () => {
    await open();
    const issue = ann.page.locator("li[data-issue]").filter({ hasText: "You will recieve" });
    expect(await issue.locator("mark").textContent()).toBe("recieve");
    expect(await issue.textContent()).toContain("an answer within two working days.");
    const marked = ann.page.locator("li[data-issue]").filter({ hasText: "He wrote" });
    expect(await marked.locator("mark").textContent()).toBe("<b>teh</b>");
    expect(await marked.textContent()).toContain("& <script>alert(1)</script> end.");
    const page = issue.getByRole("link", { name: /opens in a new tab/ }).first();
    expect(await page.getAttribute("href")).toContain("https://example.com/");
    expect(await page.getAttribute("rel")).toContain("noopener");
  });

  it("filters the list by check and state, at an address that can be bookmarked", async () => {
    await open();
    const shown = () => ann.page.locator("li[data-issue]").count();
    expect(await shown()).toBe(10);
    await ann.page.getByRole("navigation", { name: "Filter by check" }).getByRole("link", { name: /Links/ }).click();
    await ann.page.waitForURL(/check=links/);
    expect(await shown()).toBe(3);
    await ann.page.getByRole("navigation", { name: "Filter by check" }).getByRole("link", { name: /All/ }).click();
    await ann.page.waitForURL((url) => !url.search.includes("check="));
    await ann.page
      .getByRole("navigation", { name: "Filter by state" })
      .getByRole("link", { name: /Ignored/ })
      .click();
    await ann.page.waitForURL(/state=ignored/);
    await ann.page.reload();
    expect(await ann.page.locator("li[data-issue]").allTextContents()).toEqual([expect.stringContaining("kombucha")]);
  });

  it("ignores an issue and undoes it, by keyboard only", async () => {
    const { page } = ann;
    await open();
    await button("Ignore “occured”").focus();
    await page.keyboard.press("Enter");
    await seeStatus("Ignored: occured.");
    await button("Ignore “occured”").waitFor({ state: "detached" });
    expect(await stateOf("occured")).toBe("ignored");
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-issue"))).toBe(true);
    await page.keyboard.press("Control+z");
    await seeStatus("Undone.");
    await button("Ignore “occured”").waitFor();
    expect(await stateOf("occured")).toBe("open");
  });

  it("marks many as fixed at once, and undoes all of them", async () => {
    await open("?check=links");
    await ann.page.getByLabel("Select all on this page").check();
    await ann.page.getByRole("region", { name: "Selected issues" }).getByRole("button", { name: "Mark as fixed" }).click();
    await seeStatus("Marked as fixed: 3 issues.");
    expect(await stateOf("http://old.example.org/")).toBe("fixed");
    await button("Undo").click();
    await seeStatus("Undone.");
    expect(await stateOf("http://old.example.org/")).toBe("open");
  });

  it("adds a word from an issue and from the dictionary page, and removes it", async () => {
    const { page } = ann;
    await open();
    await button("Add to dictionary “recieve”").click();
    await seeStatus("“recieve” is now in this site's dictionary.");
    expect(await stateOf("recieve")).toBe("fixed");
    await button("Undo").click();
    await seeStatus("Undone.");
    expect(await stateOf("recieve")).toBe("open");
    await page.goto(`/sites/${site.siteId}/dictionary`);
    await page.getByRole("textbox", { name: "Words" }).fill("seperately, two words");
    await button("Add words").click();
    await page
      .getByText("1 word added. We did not add these, because each entry must be a single word: “two words”.")
      .waitFor();
    expect(await stateOf("seperately")).toBe("fixed");
  });

  it("keeps invalid settings in the form, with an error at each field", async () => {
    const { page } = ann;
    await page.goto(`/sites/${site.siteId}/settings/crawling`);
    const save = page.locator("form", { hasText: "Daily crawl at" }).getByRole("button", { name: "Save" });
    await page.getByLabel("Time zone").fill("Wien");
    await page.getByLabel("Leave these pages out").fill("/a b");
    await save.click();
    await page.getByText("Choose a time zone from the list").waitFor();
    await page.getByText("“/a b” contains a space.").waitFor();
    expect(await page.getByLabel("Leave these pages out").inputValue()).toBe("/a b");
    await page.getByLabel("Time zone").fill("Europe/Paris");
    await page.getByLabel("Leave these pages out").fill("/archive");
    await save.click();
    await page.getByText("Saved. We use this from the next crawl on.").waitFor();
    const saved = await product.database.db.site.findUniqueOrThrow({ where: { id: site.siteId } });
    expect(saved).toMatchObject({ timeZone: "Europe/Paris", exclude: ["/archive"], include: [] });
  });

  it("leads from old links to the section that has the setting now, and keeps the place when it saves", async () => {
    const { page } = ann;
    await page.goto(`/sites/${site.siteId}/settings#proof`);
    await page.waitForURL("**/settings/access#proof");
    const sections = page.getByRole("navigation", { name: "Sections of the settings" });
    await sections.getByRole("link", { name: "Crawling" }).click();
    await page.waitForURL("**/settings/crawling");
    const save = page.locator("form", { hasText: "Do not check links to" }).getByRole("button", { name: "Save" });
    await page.getByLabel("Do not check links to").fill("partner.example");
    await save.focus();
    const scrolled = await page.evaluate(() => window.scrollY);
    expect(scrolled).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    await seeStatus("Saved. We closed the open issues about these links.");
    expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
    expect(await save.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it("saves the owner's choice of style rules", async () => {
    const { page } = ann;
    const wanted = async () => (await product.database.db.site.findUniqueOrThrow({ where: { id: site.siteId } })).styleRules;
    await page.goto(`/sites/${site.siteId}/settings/checks`);
    const form = page.locator("form", { has: page.getByRole("group", { name: "Advice about style" }) });
    expect(await form.getByRole("checkbox").count()).toBe(STYLE_RULES.length);
    for (const box of await form.getByRole("checkbox").all()) await box.check();
    await form.getByRole("button", { name: "Save" }).click();
    await expect.poll(wanted).toEqual([...STYLE_RULES]);
    await page.reload();
    for (const box of await form.getByRole("checkbox").all()) expect(await box.isChecked()).toBe(true);
    await form.getByRole("checkbox", { name: /Swear words/ }).uncheck();
    await form.getByRole("button", { name: "Save" }).click();
    await expect.poll(wanted).toEqual(STYLE_RULES.filter((rule) => rule !== "profanity"));
  });

  it("saves a sign-in, never shows it again, replaces and removes it", async () => {
    const { page } = ann;
    const { db } = product.database;
    const kept = () => db.siteSignIn.findUnique({ where: { siteId: site.siteId } });
    await page.goto(`/sites/${site.siteId}/settings/access`);
    await button("Save sign-in").click();
    await page.getByText("Enter the password.").waitFor();
    await page.getByLabel("User name", { exact: true }).fill("gatekeeper");
    await page.getByLabel("Password", { exact: true }).fill("tr0ub4dor");
    await button("Save sign-in").click();
    await page.getByText("Saved. We use it from the next crawl on").waitFor();
    const first = await kept();
    expect(first).toMatchObject({ kind: "password" });
    await page.reload();
    await page.getByText("We have a user name and password since").waitFor();
    expect(await page.content()).not.toMatch(/tr0ub4dor|gatekeeper/);
    expect(JSON.stringify(first)).not.toMatch(/tr0ub4dor|gatekeeper/);
    await page.getByLabel("How visitors sign in").selectOption("cookies");
    await page.getByLabel("Cookies").fill("sid 1");
    await button("Replace sign-in").click();
    await page.getByText("Write cookies like this").waitFor();
    await page.getByLabel("Cookies").fill("sid=tr0ub4dor;");
    await button("Replace sign-in").click();
    await page.getByText("We have a cookie since").waitFor();
    expect(await kept()).toMatchObject({ kind: "cookies" });
    await button("Remove the sign-in").click();
    await seeStatus("Removed.");
    expect(await kept()).toBeNull();
  });

  it("says “not found” to another team's addresses, and to those that cannot exist", async () => {
    const [crawlId] = theirs.crawlIds;
    const paths = [
      ...[
        "",
        "/crawls",
        `/crawls/${crawlId}`,
        "/pages",
        `/pages/${theirs.pageIds[0]}`,
        "/dictionary",
        "/settings",
        "/settings/mail",
        "/share",
      ].map((path) => `/sites/${theirs.siteId}${path}`),
      `/sites/${site.siteId}/crawls/${crawlId}`,
      `/sites/${site.siteId}/pages/${theirs.pageIds[0]}`,
      `/api/crawls/${crawlId}/progress`,
      ...["issues", "crawls", "pages"].map((list) => `/sites/${theirs.siteId}/export/${list}`),
      ...["pages", "not-checked"].flatMap((list) =>
        [theirs, site].map(({ siteId }) => `/sites/${siteId}/crawls/${crawlId}/export/${list}`),
      ),
      `/dictionary/export?format=csv&site=${theirs.siteId}`,
      `/sites/${site.siteId}/export/secrets`,
      `/sites/${theirs.siteId}/share/files/${theirs.siteId}`,
      "/sites/not-an-id",
      "/nowhere",
    ];
    for (const path of paths) {
      const answer = await ann.page.request.get(path);
      expect(answer.status(), path).toBe(404);
      expect(await answer.text(), path).not.toContain("Elsewhere");
    }
    expect((await ann.page.request.get("/sites/%00")).status()).toBe(400);
  });

  it("streams the progress of a crawl to its own team only", async () => {
    const own = await ann.page.request.get(`/api/crawls/${site.crawlIds[0]}/progress`);
    expect(own.headers()["content-type"]).toContain("text/event-stream");
    expect(await own.text()).toContain('"state":"finished"');
    expect((await fetch(`${product.url}/api/crawls/${site.crawlIds[0]}/progress`)).status).toBe(401);
  });

  it("unsubscribes with one click in a mail program, without signing in, and never by opening the link", async () => {
    const { db } = product.database;
    const { id, token } = await db.recipient.findFirstOrThrow({ where: { siteId: site.siteId } });
    const unsubscribed = async () => (await db.recipient.findUniqueOrThrow({ where: { id } })).unsubscribedAt !== null;
    const address = `${product.url}/api/unsubscribe/${token}`;
    expect((await fetch(address)).url).toBe(`${product.url}/unsubscribe/${token}`);
    expect(await unsubscribed()).toBe(false);
    const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
    expect((await fetch(address, { method: "POST", body, redirect: "error" })).status).toBe(200);
    expect(await unsubscribed()).toBe(true);
    await ann.page.goto(`/unsubscribe/${token}`);
    await button("Undo: write to me again").click();
    await button("Unsubscribe").waitFor();
    expect(await unsubscribed()).toBe(false);
    // Instead, a person can get fewer mails, also without signing in; the team sees that.
    await ann.page.getByLabel("How often").selectOption("weekly");
    await ann.page.getByLabel("Spelling").uncheck();
    await button("Save").click();
    await seeStatus("Saved. You can close this page.");
    await ann.page.goto(`/sites/${site.siteId}/settings/mail`);
    await ann.page.getByText(/^Once a week, on Monday, at 08:00: grammar, .*links/).click();
    await ann.page.getByLabel("How often").selectOption("daily");
    await ann.page.getByLabel("Summaries at").selectOption("17:00");
    await button("Save").click();
    await seeStatus(`Saved for ${ann.email}, for all mails from your team.`);
    await ann.page.getByText(/^Once a day, at 17:00: grammar/).waitFor();
  });

  it("says that mails came back, tries again, and after a complaint leaves that to the person", async () => {
    const { db } = product.database;
    const { email, token } = await db.recipient.findFirstOrThrow({ where: { siteId: site.siteId } });
    const tryAgain = ann.page.getByRole("button", { name: /^Try again\b.*@/ });
    const suppress = (reason: "hard_bounce" | "complaint") =>
      db.mailSuppression.upsert({
        where: { email },
        create: { email, reason, since: new Date(), at: new Date(), detail: "550 5.1.1" },
        update: { reason, active: true },
      });
    await suppress("hard_bounce");
    await ann.page.goto("/sites");
    await ann.page.getByText("Mails do not reach everyone").waitFor();
    await ann.page.getByRole("link", { name: email }).click();
    await ann.page.getByText("mail bounces", { exact: true }).waitFor();
    await tryAgain.click();
    await seeStatus(`The next mail goes to ${email} again, with everything since the last one.`);
    await ann.page.getByText("mail bounces", { exact: true }).waitFor({ state: "detached" });
    await suppress("complaint");
    await ann.page.reload();
    await ann.page.getByText("reported as spam", { exact: true }).waitFor();
    expect(await tryAgain.count()).toBe(0);
    await ann.page.goto(`/unsubscribe/${token}`);
    await button("Write to me again").click();
    await ann.page.getByRole("heading", { name: "We stopped the mails to you" }).waitFor({ state: "detached" });
    expect(await db.mailSuppression.findUnique({ where: { email } })).toMatchObject({ active: false });
  });

  it("lets a viewer look but change nothing, even with buttons from before", async () => {
    const { db } = product.database;
    const setRole = (role: "owner" | "viewer") =>
      db.member.updateMany({ where: { user: { email: ann.email } }, data: { role } });
    await open();
    await setRole("viewer");
    await button("Ignore “occured”").click();
    await seeStatus("You can view this team's sites but not change them.");
    expect(await stateOf("occured")).toBe("open");
    await open();
    await ann.page.locator("mark", { hasText: "occured" }).waitFor();
    expect(await button("Ignore “occured”").count()).toBe(0);
    expect(await button("Crawl now").count()).toBe(0);
    await ann.page.goto(`/sites/${site.siteId}/settings`);
    await ann.page.getByText("You can view this site but not change its settings").waitFor();
    await ann.page.goto("/billing");
    await ann.page.getByText("Only an owner of the team can change the plan.").waitFor();
    await setRole("owner");
  });

  it("caused no script errors or policy violations", () => {
    expect(complaints).toEqual([]);
  });
});
