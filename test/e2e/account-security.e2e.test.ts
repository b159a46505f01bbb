import type { Locator } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appCode } from "#test/app/accounts/app-code.ts";
import { type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { seedSite } from "#test/support/seed/seed-site.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { faultsInAllLooks } from "./screen-faults.ts";
import { closeVisitors, openVisitor, readSubjects, signUp, type Visitor } from "./visitor.ts";

const STEP_MS = 30_000;

describe("the security of an account", () => {
  let product: RunningProduct;
  /** Script errors and Content-Security-Policy violations that the browsers reported. */
  const complaints: string[] = [];
  const visit = (name: string) => openVisitor(product.url, name, complaints);

  beforeAll(async () => {
    product = await startProduct({ allowedPrivateHosts: [] });
  });
  afterAll(async () => {
    await closeVisitors();
    await product?.stop();
  });

  it("asks for a code after the password while two-factor sign-in is on", async () => {
    const ann = await visit("two-factor");
    await signUp(ann);
    const secret = await beginSetup(ann);
    expect(await faultsInAllLooks(ann.page)).toEqual([]);
    const codes = await finishSetup(ann, secret);
    expect(codes).toHaveLength(10);
    expect(await faultsInAllLooks(ann.page)).toEqual([]);
    await ann.page.getByRole("link", { name: "I have kept them" }).click();
    await ann.page.getByText("After your password we ask for a code from your app.").waitFor();
    await ann.page.goto("/account/two-factor");
    expect(await ann.page.content()).not.toContain(codes[0]);
    await ann.page.getByText("10 recovery codes are left").waitFor();

    const other = await visit("two-factor");
    await enterPassword(other, "/account");
    await other.page.getByRole("heading", { name: "Enter your code" }).waitFor();
    expect(await faultsInAllLooks(other.page)).toEqual([]);
    await other.page.goto("/sites");
    expect(new URL(other.page.url()).pathname).toBe("/sign-in");
    await enterPassword(other, "/account");
    await enterCode(other, "000000");
    await other.page.getByText("That code is wrong or was used before.").waitFor();
    await enterFreshCode(other, secret);
    await other.page.waitForURL(`${product.url}/account`);

    const third = await visit("two-factor");
    await enterPassword(third, "/sites");
    await third.page.getByRole("link", { name: "Use a recovery code instead" }).click();
    await third.page.getByLabel("Recovery code").fill(codes[3]?.toLowerCase() ?? "");
    await third.page.getByLabel("Trust this browser for 30 days").check();
    expect(await faultsInAllLooks(third.page)).toEqual([]);
    await third.page.getByRole("button", { name: "Sign in" }).click();
    await third.page.waitForURL(/\/sites/);
    await third.page.context().clearCookies({ name: /session_token/ });
    await enterPassword(third, "/account/two-factor");
    await third.page.getByText("9 recovery codes are left").waitFor();
    expect(await faultsInAllLooks(third.page)).toEqual([]);
    await third.page.locator("#renew-password").fill(third.password);
    await third.page.getByRole("button", { name: "Make new recovery codes" }).click();
    await third.page.getByRole("heading", { name: "Your new recovery codes" }).waitFor();
    expect(await third.page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem").count()).toBe(10);

    await third.page.goto("/account/two-factor");
    await third.page.locator("#turn-off-password").fill("not the password");
    await third.page.getByRole("button", { name: "Turn two-factor sign-in off" }).click();
    await third.page.getByText("That is not your password. Nothing was changed.").waitFor();
    await third.page.locator("#turn-off-password").fill(third.password);
    await third.page.getByRole("button", { name: "Turn two-factor sign-in off" }).click();
    await third.page.getByText("Two-factor sign-in is off").waitFor();
    await waitFor("the mail", async () =>
      (await readSubjects(third.page, third.email)).includes("Two-factor sign-in was turned off"),
    );
    const fourth = await visit("two-factor");
    await enterPassword(fourth, "/account/security");
    await fourth.page.getByRole("heading", { name: "Security log" }).waitFor();
    for (const what of [
      "Two-factor sign-in turned on",
      "Right password, wrong code at sign-in",
      "Signed in with a recovery code",
    ])
      await fourth.page.getByText(what).first().waitFor();
    expect(await faultsInAllLooks(fourth.page)).toEqual([]);
  });

  it("shows the recovery codes also to a browser without JavaScript", async () => {
    const ann = await visit("scriptless");
    await signUp(ann);
    const cookies = await ann.page.context().cookies();
    const browser = ann.page.context().browser();
    if (!browser) throw new Error("There is no browser.");
    const context = await browser.newContext({ baseURL: product.url, javaScriptEnabled: false });
    await context.addCookies(cookies);
    const plain: Visitor = { ...ann, page: await context.newPage() };
    expect(await finishSetup(plain, await beginSetup(plain))).toHaveLength(10);
  });

  it("lists the signed-in browsers, and ends one session or all others", async () => {
    const ann = await visit("sessions");
    await signUp(ann);
    const [second, third] = [await visit("sessions"), await visit("sessions")];
    for (const other of [second, third]) {
      await enterPassword(other, "/sites/new");
      await other.page.waitForURL("**/sites/new");
    }
    await ann.page.goto("/account");
    const row = ann.page.getByRole("listitem").filter({ hasText: "Signed in" });
    expect(await row.count()).toBe(3);
    expect(await row.first().textContent()).toMatch(/Chrome on Linux.*This browser/);
    expect(await faultsInAllLooks(ann.page)).toEqual([]);
    await row.nth(1).getByRole("button").click();
    await ann.page.getByText("Signed out there.").waitFor();
    await waitFor("the row to go", async () => (await row.count()) === 2);
    const isIn = async ({ page }: Visitor) => {
      await page.goto("/sites/new");
      return new URL(page.url()).pathname === "/sites/new";
    };
    expect([await isIn(second), await isIn(third)].filter(Boolean)).toHaveLength(1);
    await ann.page.getByRole("button", { name: "Sign out everywhere else" }).click();
    await waitFor("the rows to go", async () => (await row.count()) === 1);
    expect([await isIn(second), await isIn(third), await isIn(ann)]).toEqual([false, false, true]);
  });

  it("shows only the reader's own log, in pages and in the reader's time zone", async () => {
    const { db } = product.database;
    const [ann, bob] = [await visit("log-owner"), await visit("log-stranger")];
    await signUp(ann);
    await signUp(bob);
    const { id: userId } = await db.user.findUniqueOrThrow({ where: { email: ann.email } });
    const at = new Date("2026-11-20T23:30:00Z");
    await db.securityEvent.createMany({
      data: Array.from({ length: 60 }, (_, index) => ({
        userId,
        kind: "site_deleted" as const,
        at: new Date(at.getTime() - index * 60_000),
        detail: `Mill ${index}`,
      })),
    });
    await ann.page.goto("/account/security");
    await ann.page.getByText("Mill 0", { exact: true }).waitFor();
    const row = ann.page.getByRole("listitem").filter({ has: ann.page.getByText("Mill 0", { exact: true }) });
    await row.getByText(/Nov 21, 2026, 12:30/).waitFor();
    await ann.page.getByRole("link", { name: "Next" }).click();
    await ann.page.getByText("Mill 59").waitFor();
    await bob.page.goto("/account/security");
    await bob.page.getByText("E-mail address verified").waitFor();
    expect(await bob.page.getByText("Mill").count()).toBe(0);
    await bob.page.goto("/account/security?page=999999999999");
    await bob.page.getByRole("heading", { name: "Security log" }).waitFor();
    await bob.page.goto("/account/security?page=9");
    await bob.page.getByText("There is no such page").waitFor();
  });

  it("logs changes to a site, and a viewer's refused attempts", async () => {
    const { db } = product.database;
    const ann = await visit("changes");
    await signUp(ann);
    const { teamId, userId } = await db.member.findFirstOrThrow({ where: { user: { email: ann.email } } });
    const { siteId } = await seedSite(db, { teamId, userId, email: ann.email, now: new Date(), name: "Harbour Mill" });
    await db.team.update({ where: { id: teamId }, data: { plan: "pro" } });
    const { page } = ann;
    await page.goto(`/sites/${siteId}/settings/access`);
    await page.getByLabel("User name", { exact: true }).fill("gatekeeper");
    await page.getByLabel("Password", { exact: true }).fill("tr0ub4dor");
    await page.getByRole("button", { name: "Save sign-in" }).click();
    await page.getByText("Saved. We use it from the next crawl on").waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Remove the sign-in" }).click();
    await page.getByText("Removed.").first().waitFor();
    await page.goto(`/sites/${siteId}/settings/mail`);
    await page.getByLabel("Add an address").fill("friend@harbour.example");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("We asked friend@harbour.example").waitFor();
    await page.goto(`/sites/${siteId}/settings/pause`);
    await db.member.updateMany({ where: { userId }, data: { role: "viewer" } });
    await page.getByLabel(/To confirm, type the name/).fill("Harbour Mill");
    await page.getByRole("button", { name: "Delete this site" }).click();
    await page.getByText("You can view this team's sites but not change them.").first().waitFor();
    await db.member.updateMany({ where: { userId }, data: { role: "owner" } });
    await page.getByLabel(/To confirm, type the name/).fill("Harbour Mill");
    await page.getByRole("button", { name: "Delete this site" }).click();
    await page.waitForURL("**/sites");
    await page.goto("/account/security");
    const rows = await page.getByRole("main").getByRole("listitem").all();
    const said = await Promise.all(rows.slice(0, 5).map(eventOf));
    expect(said).toEqual([
      "Site deleted: Harbour Mill",
      expect.stringMatching(/^Refused: not allowed: You can view/),
      "Recipient added: Harbour Mill",
      "Sign-in of a site removed: Harbour Mill",
      "Sign-in of a site saved: Harbour Mill",
    ]);
    expect(await page.getByRole("main").textContent()).not.toMatch(/gatekeeper|tr0ub4dor|friend@/);
    expect(await db.securityEvent.count({ where: { userId, kind: "access_refused" } })).toBe(1);
  });

  it("caused no script errors or policy violations", () => {
    expect(complaints).toEqual([]);
  });
});

/** Enters the password, and returns the secret that the page then shows. */
async function beginSetup({ page, password }: Visitor): Promise<string> {
  await page.goto("/account/two-factor");
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Set it up" }).click();
  await page.getByRole("img", { name: "QR code for your authenticator app" }).waitFor();
  return ((await page.locator("[data-secret]").textContent()) ?? "").replaceAll(" ", "");
}

/** Enters the first code, computed by the test, and returns the recovery codes. */
async function finishSetup({ page }: Visitor, secret: string): Promise<string[]> {
  await page.getByLabel("Code from the app").fill(appCode(secret, new Date()));
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByRole("heading", { name: "Two-factor sign-in is on" }).waitFor();
  return page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem").allTextContents();
}

async function enterPassword({ page, email, password }: Visitor, next: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

async function enterCode({ page }: Visitor, code: string): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Enters the code of the next step, which is unused; the product accepts it half a minute early. */
function enterFreshCode(visitor: Visitor, secret: string): Promise<void> {
  return enterCode(visitor, appCode(secret, new Date(Date.now() + STEP_MS)));
}

/** Returns what a row of the log says, without its moment and device, which depend on the day and the browser. */
async function eventOf(row: Locator): Promise<string> {
  const [event, detail] = await row.locator("p:not(:has(time))").allTextContents();
  return [event, detail].filter(Boolean).join(": ");
}
