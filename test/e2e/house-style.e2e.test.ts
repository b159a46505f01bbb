import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { type SiteServer, serveSite } from "#test/support/servers/site-server.ts";
import { closeVisitors, openMail, openVisitor, signUp, type Visitor } from "./visitor.ts";

describe("the house style", () => {
  let product: RunningProduct;
  let site: SiteServer;
  let folder: string;
  let ann: Visitor;
  let reportUrl: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "harbour-bakery-"));
    await cp(join(import.meta.dirname, "..", "site"), folder, { recursive: true });
    site = await serveSite(folder);
    product = await startProduct({ allowedPrivateHosts: [new URL(site.url).host] });
    ann = await openVisitor(product.url, "ann");
    await signUp(ann);
    await ann.page.getByLabel(/address/i).fill(new URL(site.url).host);
    await ann.page.getByRole("button", { name: /add|crawl/i }).click();
    await ann.page.waitForURL(/\/sites\/(?!new)[^/]+/);
    reportUrl = ann.page.url();
    await openMail(ann.page, ann.email, /your first report/);
  });
  afterAll(async () => {
    await closeVisitors();
    await product?.stop();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("says what is wrong with a line, tries the rest, and finds stored text without a crawl or a mail", async () => {
    const { page } = ann;
    await page.goto("/sites");
    await page.getByRole("link", { name: "House style" }).click();
    await page.getByLabel("Words or texts to avoid").fill("oven → hearth\na, b, c");
    await page.getByRole("button", { name: "Show what they find" }).click();
    await page.getByText(/Line 2/).waitFor();
    expect(await page.getByRole("main").textContent()).toContain("This line has more than one comma.");
    await page.getByLabel("Words or texts to avoid").fill("oven → hearth");
    await page.getByRole("button", { name: "Show what they find" }).click();
    const heading = page.getByRole("heading", { name: /^\d+ match(es)? on \d+ pages?$/ });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole("main").locator("mark").first().textContent()).toMatch(/^ovens?$/i);
    expect(await product.database.db.houseRule.count()).toBe(0);

    await page.getByRole("button", { name: "Add rules" }).click();
    await page.getByText("1 rule added").waitFor();
    const mails = await product.database.db.delivery.count();
    await expectIssue(ann, reportUrl, /oven/, "open");
    expect(await product.database.db.delivery.count()).toBe(mails);
    expect(await product.database.db.crawl.count()).toBe(1);
  });

  it("keeps the kind of rules that was chosen, after a trial too", async () => {
    const { page } = ann;
    await page.goto("/house-style");
    await page.getByLabel("Texts pages must have").check();
    await page.getByLabel("Texts that pages must have").fill("Registered in England, no. 01234567");
    await page.getByRole("button", { name: "Show what they find" }).click();
    await page.getByRole("heading", { name: /^Missing on 5 pages$/ }).waitFor();
    await page.getByRole("button", { name: "Add rules" }).click();
    await page.getByText("1 rule added").waitFor();
    expect(await page.getByLabel("Texts pages must have").isChecked()).toBe(true);
    await expectIssue(ann, reportUrl, /Registered in England/, "open");
    await page.goto("/house-style");
    await page.getByRole("button", { name: "Delete Registered" }).click();
    await page.getByText("We deleted the rule").waitFor();
    await expectIssue(ann, reportUrl, /Registered in England/, "fixed");
  });

  it("finds a text in all pages", async () => {
    const { page } = ann;
    await page.goto("/house-style");
    await page.getByRole("link", { name: "Find in all pages" }).click();
    await page.getByLabel("Find in all pages").fill("OVEN");
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByRole("heading", { name: /^\d+ texts? on \d+ pages?$/ }).waitFor();
    expect(await page.locator("mark").first().textContent()).toMatch(/^oven$/i);
    await page.goto("/house-style/find?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    await page.getByRole("heading", { name: "No page says “<script>alert(1)</script>”." }).waitFor();
  });

  it("mails a new text that breaks a rule, and closes issues when the rule goes", async () => {
    const { page, email } = ann;
    const path = join(folder, "bread.html");
    const html = await readFile(path, "utf8");
    await writeFile(path, html.replace("</main>", "<p>We are oven-proud: all our bread was ovened by hand.</p></main>"));
    await page.goto(reportUrl);
    await page.getByRole("button", { name: "Crawl now" }).click();
    await openMail(page, email, /1 new issue/);
    const mail = await page.frameLocator("iframe").locator("body").textContent();
    expect(mail).toContain("House style");
    expect(mail).toContain("Your house style is “hearthed”, not “ovened”.");

    await page.goto("/house-style");
    await page.getByRole("link", { name: "Edit oven" }).click();
    await page.getByLabel("What to write instead").fill("fireplace");
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/\/house-style$/);
    await page.getByText("fireplace").first().waitFor();
    await page.getByRole("button", { name: "Delete oven" }).click();
    await page.getByText("We deleted the rule").waitFor();
    await page.getByText("No rules yet.").waitFor();
    await expectIssue(ann, reportUrl, /ovened/, "fixed");
  });

  it("is not changed by a viewer, whose page has no forms", async () => {
    const { page } = ann;
    await page.goto("/house-style");
    await page.getByLabel("Words or texts to avoid").fill("oven → hearth");
    await product.database.db.member.updateMany({ data: { role: "viewer" } });
    await page.getByRole("button", { name: "Add rules" }).click();
    await page.getByText("You can view this team's sites but not change them.").waitFor();
    expect(await product.database.db.houseRule.count()).toBe(0);
    await page.reload();
    await page.getByText("No rules yet.").waitFor();
    expect(await page.getByRole("button", { name: "Add rules" }).count()).toBe(0);
  });
});

/** Reloads a site's list of issues until one of the house style is in it: a worker is at it. */
async function expectIssue({ page }: Visitor, reportUrl: string, text: RegExp, state: "open" | "fixed"): Promise<void> {
  const issue = page.locator("li[data-issue]").filter({ hasText: text });
  const list = `${reportUrl}?check=style&state=${state}`;
  for (let attempt = 0; attempt < 60; attempt += 1) {
    await page.goto(list);
    if ((await issue.count()) > 0) return;
    await page.waitForTimeout(500);
  }
  throw new Error(`No issue of the house style is in ${list}.`);
}
