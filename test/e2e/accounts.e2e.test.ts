import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eraseDeleted } from "#prisma/queries/deletion/erase-deleted.ts";
import { findDeleted } from "#prisma/queries/deletion/find-deleted.ts";
import { type RunningProduct, startProduct } from "#test/support/running-product.ts";
import { seedSite } from "#test/support/seed/seed-site.ts";
import { startSmtpServer } from "#test/support/servers/smtp-server.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { closeVisitors, openVisitor, readMailLink, readSubjects, signUp, type Visitor } from "./visitor.ts";

const NEW_PASSWORD = "another long password";
const WRONG = "This e-mail address and password do not belong together.";

describe("accounts", () => {
  let product: RunningProduct;
  const visit = (name: string) => openVisitor(product.url, name);

  beforeAll(async () => {
    product = await startProduct({ allowedPrivateHosts: [] });
  });
  afterAll(async () => {
    await closeVisitors();
    await product?.stop();
  });

  it("shows an error at each field, and keeps the typed address", async () => {
    const { page } = await visit("mistyping");
    await page.goto("/sign-up");
    await page.getByLabel("E-mail address").fill("ann@");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("This is not an e-mail address.").waitFor();
    expect(await page.getByLabel("E-mail address").inputValue()).toBe("ann@");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("email");
  });

  it("creates no account before the link is used, and explains weak passwords there", async () => {
    const ann = await visit("unverified");
    await startSignUp(ann);
    await signIn(ann);
    await ann.page.getByText(WRONG).waitFor();
    expect(await product.database.db.user.count({ where: { email: ann.email } })).toBe(0);
    await openSignUpLink(ann);
    const password = ann.page.getByLabel("Password", { exact: true });
    for (const [typed, sentence] of [
      ["short", "Use at least 10 characters."],
      ["unverified1", "This password is too easy to guess"],
    ] as const) {
      await password.fill(typed);
      await ann.page.getByRole("button", { name: "Create account" }).click();
      await ann.page.getByText(sentence).waitFor();
      await ann.page.locator('[name="password"]:focus').waitFor();
    }
    await password.fill(ann.password);
    await ann.page.getByRole("button", { name: "Create account" }).click();
    await ann.page.waitForURL("**/sites/new");
    await ann.page.goBack();
    await ann.page.reload();
    await ann.page.getByText("This link does not work any more").waitFor();
  });

  it("keeps out a stranger who signed up with the address first", async () => {
    const stranger = await visit("taken");
    await startSignUp(stranger);
    const owner = await visit("taken");
    await startSignUp(owner);
    await openSignUpLink(owner);
    await owner.page.getByLabel("Password", { exact: true }).fill(owner.password);
    await owner.page.getByRole("button", { name: "Create account" }).click();
    await owner.page.waitForURL("**/sites/new");
    await signIn(stranger, "the stranger's own password");
    await stranger.page.getByText(WRONG).waitFor();
    await stranger.page.goto("/sites");
    expect(new URL(stranger.page.url()).pathname).toBe("/sign-in");
  });

  it("lets the owner in from a known browser after a stranger tried many passwords", async () => {
    const owner = await visit("guessed");
    await signUp(owner);
    await owner.page.context().clearCookies({ name: "flawless.session_token" });
    const stranger = await visit("guessed");
    const send = (password: string) =>
      stranger.page.request.post("/api/auth/sign-in/email", {
        data: { email: stranger.email, password },
        headers: { origin: product.url },
      });
    for (let count = 0; count < 20; count += 1) expect((await send(`not the password ${count}`)).status()).toBe(401);
    await signIn(stranger, "not the password");
    await stranger.page.getByText("Too many wrong passwords were tried for this address.").waitFor();
    await signIn(owner);
    await owner.page.waitForURL("**/sites");
  });

  it("answers a wrong password and an unknown address in the same words", async () => {
    const ann = await visit("known");
    await signUp(ann);
    const other = await visit("known");
    await signIn(other, "not the password");
    await other.page.getByText(WRONG).waitFor();
    const unknown = await visit("unknown");
    await signIn(unknown);
    await unknown.page.getByText(WRONG).waitFor();
  });

  it("does not redirect to another origin after signing in", async () => {
    const ann = await visit("redirected");
    await signUp(ann);
    const other = await visit("redirected");
    await other.page.goto("/sign-in?next=//evil.example/");
    await fillIn(other, other.password);
    await other.page.getByRole("button", { name: "Sign in" }).click();
    await other.page.waitForURL(`${product.url}/sites`);
  });

  it("resets a password by mail: the link works once, every browser is signed out, the old password fails", async () => {
    const ann = await visit("forgetful");
    await signUp(ann);
    const other = await visit("forgetful");
    await other.page.goto("/forgot-password");
    await other.page.getByLabel("E-mail address").fill(other.email);
    await other.page.getByRole("button", { name: "Send me a link" }).click();
    await other.page.getByText("a mail is on its way").waitFor();
    const link = await readMailLink(other.page, other.email, "Choose a new password", /reset-password\?token=/);
    await choosePassword(other, link);
    await other.page.waitForURL(/\/sign-in|\/sites/);
    await ann.page.goto("/sites");
    expect(new URL(ann.page.url()).pathname).toBe("/sign-in");
    await signIn(other);
    await other.page.getByText(WRONG).waitFor();
    await signIn(other, NEW_PASSWORD);
    await other.page.waitForURL("**/sites");
    await choosePassword(other, link);
    await other.page
      .getByText(/used, has expired|expired|no longer/)
      .first()
      .waitFor();
  });

  it("reveals neither by mail nor on the page if an address has an account", async () => {
    const { page } = await visit("nosy");
    await page.goto("/forgot-password");
    await page.getByLabel("E-mail address").fill("no-account@harbour.example");
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.getByText("If there is an account with no-account@harbour.example, a mail is on its way.").waitFor();
    expect(await readSubjects(page, "no-account@harbour.example")).toEqual([]);
  });

  it("changes the password if the current one is right, and signs out everywhere else", async () => {
    const ann = await visit("changing");
    await signUp(ann);
    const other = await visit("changing");
    await signIn(other);
    await other.page.waitForURL("**/sites");
    await changePassword(ann, "not the password");
    await ann.page.getByText("That is not your current password.").waitFor();
    await changePassword(ann, ann.password);
    await ann.page
      .getByRole("status")
      .filter({ hasText: /password/i })
      .first()
      .waitFor();
    await other.page.goto("/sites");
    expect(new URL(other.page.url()).pathname).toBe("/sign-in");
    await ann.page.goto("/sites");
    expect(new URL(ann.page.url()).pathname).toBe("/sites");
  });

  it("deletes an account after checking the password", async () => {
    const { db } = product.database;
    const ann = await visit("leaving");
    await signUp(ann);
    const { teamId, userId } = await db.member.findFirstOrThrow({ where: { user: { email: ann.email } } });
    const { siteId, pageIds } = await seedSite(db, { teamId, userId, email: ann.email, now: new Date() });
    await ann.page.goto("/account");
    await ann.page.getByLabel("Your password").fill("not the password");
    await ann.page.getByRole("button", { name: "Delete my account" }).click();
    await ann.page.getByText("That is not your password. Nothing was deleted.").waitFor();
    expect(await db.site.count({ where: { id: siteId } })).toBe(1);
    await ann.page.getByLabel("Your password").fill(ann.password);
    await ann.page.getByRole("button", { name: "Delete my account" }).click();
    await waitFor("the address to be free", async () => (await db.user.count({ where: { email: ann.email } })) === 0);
    expect(await db.site.count({ where: { teamId } })).toBe(0);
    expect(await db.session.count({ where: { userId } })).toBe(0);
    const [deleted] = await findDeleted(db, { search: ann.email });
    await eraseDeleted(db, deleted?.id ?? "");
    const left = await Promise.all([
      db.user.count({ where: { id: userId } }),
      db.team.count({ where: { id: teamId } }),
      db.site.count({ where: { id: siteId } }),
      db.page.count({ where: { id: { in: pageIds } } }),
      db.issue.count({ where: { siteId } }),
      db.recipient.count({ where: { email: ann.email } }),
      db.session.count({ where: { userId } }),
      db.account.count({ where: { userId } }),
      db.delivery.count({ where: { email: ann.email } }),
      db.mailboxMessage.count({ where: { email: ann.email } }),
    ]);
    expect(left).toEqual(left.map(() => 0));
    await ann.page.waitForURL((url) => !url.pathname.startsWith("/account"));
    await signIn(ann);
    await ann.page.getByText(WRONG).waitFor();
  });
});

describe("behind a proxy that terminates TLS, with a mail server", () => {
  it("sends mail there and has no Mailbox, and keeps a person signed in by cookies that only TLS carries", async () => {
    const smtp = await startSmtpServer();
    const product = await startProduct({ allowedPrivateHosts: [], https: true, smtpUrl: smtp.url });
    const ann = await openVisitor(product.url, "by-tls");
    const { page } = ann;
    try {
      await startSignUp(ann);
      expect(await page.getByText("No mail server is configured").count()).toBe(0);
      const [received] = await waitFor("the mail", () => (smtp.received.length > 0 ? smtp.received : null));
      expect(received?.to).toEqual([ann.email]);
      expect(received?.mail.subject).toBe("Confirm your e-mail address");
      for (const path of ["/mailbox", "/mailbox/00000000-0000-7000-8000-000000000000", "/mailbox/x/html"])
        expect((await page.request.get(path)).status()).toBe(404);

      const [link = ""] = /https:\S+verify-email\S+/.exec(received?.mail.text ?? "") ?? [];
      await page.goto(link);
      await page.getByLabel("Password", { exact: true }).fill(ann.password);
      await page.getByRole("button", { name: "Create account" }).click();
      await page.waitForURL("**/sites/new");
      const cookies = await page.context().cookies();
      const names = cookies.map(({ name }) => name).sort();
      expect(names).toEqual(["pending_email", "device", "session_token"].map((name) => `__Host-flawless.${name}`).sort());
      for (const cookie of cookies)
        expect(cookie).toMatchObject({ secure: true, httpOnly: true, path: "/", domain: "127.0.0.1" });
      await changePassword(ann, ann.password);
      await page.getByText("Your password is changed").waitFor();
      await page.context().clearCookies({ name: "__Host-flawless.session_token" });
      await signIn(ann, NEW_PASSWORD);
      await page.waitForURL("**/sites");
      expect(product.web.output()).not.toContain("failed to get redirect response");
    } finally {
      await closeVisitors();
      await product.stop();
      await smtp.close();
    }
  });
});

async function fillIn({ page, email }: Visitor, password: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
}

async function startSignUp({ page, email }: Visitor): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/check-your-mail**");
}

async function openSignUpLink({ page, email }: Visitor): Promise<void> {
  await page.goto(await readMailLink(page, email, "Confirm your e-mail address", /verify-email\?token=/));
}

async function signIn(visitor: Visitor, password = visitor.password): Promise<void> {
  await visitor.page.goto("/sign-in");
  await fillIn(visitor, password);
  await visitor.page.getByRole("button", { name: "Sign in" }).click();
}

async function choosePassword({ page }: Visitor, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("New password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Set the new password" }).click();
}

async function changePassword({ page }: Visitor, present: string): Promise<void> {
  await page.goto("/account");
  await page.getByLabel("Current password").fill(present);
  await page.getByLabel("New password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
}
