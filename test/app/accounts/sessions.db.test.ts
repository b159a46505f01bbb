import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isDueForRenewal } from "#app/_lib/auth/session-settings.ts";
import { sessionTokenOf } from "#app/_lib/auth/session-token.ts";
import { type AccountsFixture, PASSWORD, startAccounts } from "./accounts-fixture.ts";

const DAY_MS = 86_400_000;

describe("a session", () => {
  let accounts: AccountsFixture;
  beforeAll(async () => {
    accounts = await startAccounts();
  });
  afterAll(() => accounts?.close());

  /** Moves a session's times into the past. */
  async function age(email: string, { opened, used }: { opened: number; used: number }): Promise<void> {
    const [openedAt, expiresAt] = [new Date(Date.now() - opened), new Date(Date.now() - used + 7 * DAY_MS)];
    const { db } = accounts.database;
    const old = await db.session.findFirstOrThrow({ where: { user: { email } } });
    await db.session.delete({ where: { id: old.id } });
    await db.session.create({ data: { ...old, createdAt: openedAt, updatedAt: openedAt, expiresAt } });
  }

  it("is read from the cookie that Better Auth signed, and from no other", async () => {
    const email = "signed@harbour.example";
    const ann = await accounts.openAccount(email);
    const { authCookies, secret } = await accounts.auth.$context;
    const cookie = decodeURIComponent(ann.cookies.get(authCookies.sessionToken.name) ?? "");
    const { token } = await accounts.database.db.session.findFirstOrThrow({ where: { user: { email } } });
    expect(sessionTokenOf(cookie, secret)).toBe(token);
    const [name = "", signature = ""] = cookie.split(".");
    const forged = [`${name}.`, name, "", ".", `x${cookie}`, `${name}.${signature.slice(1)}`, `${name}.${"A".repeat(43)}=`];
    for (const value of forged) expect(sessionTokenOf(value, secret)).toBeNull();
    expect(sessionTokenOf(cookie, `${secret}!`)).toBeNull();
  });

  it("is due for renewal exactly when Better Auth prolongs it", async () => {
    const email = "due@harbour.example";
    const ann = await accounts.openAccount(email);
    const { db } = accounts.database;
    const read = () => db.session.findFirstOrThrow({ where: { user: { email } } });
    for (const [used, isDue] of [
      [DAY_MS - 60_000, false],
      [DAY_MS + 60_000, true],
    ] as const) {
      await age(email, { opened: used, used });
      const { expiresAt } = await read();
      expect(isDueForRenewal(expiresAt, new Date())).toBe(isDue);
      expect(await ann.isSignedIn()).toBe(true);
      expect((await read()).expiresAt.getTime() > expiresAt.getTime()).toBe(isDue);
    }
  });

  it("ends seven days after it was last used", async () => {
    const ann = await accounts.openAccount("idle@harbour.example");
    await age("idle@harbour.example", { opened: 7 * DAY_MS + 1000, used: 7 * DAY_MS + 1000 });
    expect(await ann.isSignedIn()).toBe(false);
  });

  it("is extended while it is used", async () => {
    const email = "used@harbour.example";
    const ann = await accounts.openAccount(email);
    await age(email, { opened: 6 * DAY_MS, used: 6 * DAY_MS });
    expect(await ann.isSignedIn()).toBe(true);
    const { expiresAt } = await accounts.database.db.session.findFirstOrThrow({ where: { user: { email } } });
    expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(6 * DAY_MS);
  });

  it("is never extended beyond thirty days after sign-in", async () => {
    const email = "always@harbour.example";
    const ann = await accounts.openAccount(email);
    await age(email, { opened: 28 * DAY_MS, used: 2 * DAY_MS });
    expect(await ann.isSignedIn()).toBe(true);
    const { db } = accounts.database;
    const row = await db.session.findFirstOrThrow({ where: { user: { email } } });
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBe(30 * DAY_MS);
    // The trigger ignores what the update sets.
    await db.session.update({
      where: { id: row.id },
      data: { expiresAt: new Date(Date.now() + 365 * DAY_MS), createdAt: new Date() },
    });
    const after = await db.session.findFirstOrThrow({ where: { id: row.id } });
    expect(after.expiresAt).toEqual(row.expiresAt);
    await age(email, { opened: 30 * DAY_MS + 1000, used: DAY_MS });
    expect(await ann.isSignedIn()).toBe(false);
  });
});

describe.each([
  ["https://flawless.test", "__Host-flawless.", true],
  ["http://flawless.test", "flawless.", false],
])("cookies of %s", (appUrl, prefix, secure) => {
  let accounts: AccountsFixture;
  beforeAll(async () => {
    accounts = await startAccounts({ APP_URL: appUrl });
  });
  afterAll(() => accounts?.close());

  it("are limited to this host, and hidden from scripts and other sites", async () => {
    const email = "cookies@harbour.example";
    await accounts.openAccount(email);
    const browser = accounts.browser();
    const { setCookies } = await browser.signIn(email, PASSWORD);
    const names = setCookies.map((cookie) => cookie.slice(0, cookie.indexOf("=")));
    expect(names.sort()).toEqual([`${prefix}device`, `${prefix}session_token`]);
    for (const cookie of setCookies) {
      const attributes = cookie
        .split("; ")
        .slice(1)
        .map((attribute) => attribute.toLowerCase());
      expect(attributes).toEqual(expect.arrayContaining(["path=/", "httponly", "samesite=lax"]));
      expect(attributes.includes("secure")).toBe(secure);
      expect(attributes.some((attribute) => attribute.startsWith("domain"))).toBe(false);
    }
    expect(await browser.isSignedIn()).toBe(true);
    await browser.post("/sign-out", {});
    expect(await browser.isSignedIn()).toBe(false);
  });
});
