import { type Browser, type BrowserContext, chromium, type Page } from "playwright";
import { requireBrowser } from "#test/support/require-browser.ts";

/** A person with a browser of their own. */
export type Visitor = { page: Page; email: string; password: string };

let browser: Promise<Browser> | undefined;

/** React's error for an answer that was still arriving when the person left the page. */
const LEFT_EARLY = /^Minified React error #412;/;

async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await requireBrowser(), chromiumSandbox: process.getuid?.() !== 0 });
}

/** Opens a window on the product for a person without an account. Adds script errors and policy violations to `complaints`. */
export async function openVisitor(appUrl: string, name: string, complaints: string[] = []): Promise<Visitor> {
  browser ??= openBrowser();
  const context: BrowserContext = await (await browser).newContext({
    baseURL: appUrl,
    ignoreHTTPSErrors: appUrl.startsWith("https:"),
    locale: "en-US",
    timezoneId: "Europe/Paris",
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    if (!LEFT_EARLY.test(error.message)) complaints.push(`${page.url()}: ${error.message}`);
  });
  page.on("console", (message) => {
    if (/Content.Security.Policy|hydrat/i.test(message.text())) complaints.push(message.text());
  });
  return { page, email: `${name}@harbour.example`, password: "correct horse battery" };
}

/** Closes the browser that all visitors share, with their windows. */
export async function closeVisitors(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** Signs up, opens the mail in the Mailbox, follows its link, chooses the password, and ends on the page for the first site. */
export async function signUp({ page, email, password }: Visitor): Promise<void> {
  await page.goto("/");
  await page
    .getByRole("link", { name: /start|sign up|try/i })
    .first()
    .click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/check-your-mail**");
  const link = await readMailLink(page, email, "Confirm your e-mail address", /verify-email\?token=/);
  await page.goto(link);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/sites/new");
}

/** Returns the subjects of the mails in the Mailbox for this address, newest first. */
export async function readSubjects(page: Page, email: string): Promise<string[]> {
  await page.goto(`/mailbox?to=${encodeURIComponent(email)}`);
  return page.getByRole("main").getByRole("listitem").getByRole("link").allTextContents();
}

/** Opens a mail by its subject (waiting until it has arrived) and returns its first link that matches. */
export async function readMailLink(page: Page, email: string, subject: string | RegExp, pattern: RegExp): Promise<string> {
  await openMail(page, email, subject);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("link").first().waitFor();
  const links = await frame
    .getByRole("link")
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute("href") ?? ""));
  const link = links.find((href) => pattern.test(href));
  if (!link) throw new Error(`The mail “${subject}” has no link like ${pattern}: ${links.join(" ")}`);
  return link;
}

/** Opens a mail by its subject, reloading the Mailbox until it has arrived. */
export async function openMail(page: Page, email: string, subject: string | RegExp): Promise<void> {
  const mail = page.getByRole("link", { name: subject }).first();
  await page.goto(`/mailbox?to=${encodeURIComponent(email)}`);
  for (let attempt = 0; attempt < 60 && !(await mail.isVisible()); attempt += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  await mail.click();
  await page.locator("iframe").waitFor();
}
