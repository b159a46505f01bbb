import { hashPassword as hashAsBetterAuth } from "better-auth/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccountsFixture, PASSWORD, startAccounts } from "./accounts-fixture.ts";

const MINUTE_MS = 60_000;
const NEW_PASSWORD = "another long password";

describe("a new password", () => {
  let accounts: AccountsFixture;
  beforeAll(async () => {
    accounts = await startAccounts();
  });
  afterAll(() => accounts?.close());

  /** Requests two links, a minute apart. */
  async function askTwice(email: string): Promise<[string, string]> {
    for (let count = 0; count < 2; count += 1) {
      await accounts.browser().post("/request-password-reset", { email });
      accounts.passTime(MINUTE_MS);
    }
    const [older, newer] = await accounts.readTokens("reset", email);
    if (!older || !newer) throw new Error("Two links were expected.");
    return [older, newer];
  }

  it.each(["older", "newer"])("set by a link revokes every other link and session (the %s link used)", async (used) => {
    const email = `reset-${used}@harbour.example`;
    const ann = await accounts.openAccount(email);
    const [older, newer] = await askTwice(email);
    const [token, other] = used === "older" ? [older, newer] : [newer, older];
    const reset = (secret: string, newPassword: string) =>
      accounts.browser().post("/reset-password", { token: secret, newPassword });
    expect((await reset(token, NEW_PASSWORD)).status).toBe(200);
    expect(await reset(token, "a third long password")).toMatchObject({ status: 400, code: "INVALID_TOKEN" });
    expect(await reset(other, "a third long password")).toMatchObject({ status: 400, code: "INVALID_TOKEN" });
    expect(await ann.isSignedIn()).toBe(false);
    expect((await accounts.browser().signIn(email, PASSWORD)).status).toBe(401);
    expect((await accounts.browser().signIn(email, NEW_PASSWORD)).status).toBe(200);
  });

  it("is set by only one of two links used at the same moment", async () => {
    const email = "race@harbour.example";
    await accounts.openAccount(email);
    const tokens = await askTwice(email);
    const answers = await Promise.all(
      tokens.map((token) => accounts.browser().post("/reset-password", { token, newPassword: NEW_PASSWORD })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it("set with the current one revokes every link and every other session", async () => {
    const email = "change@harbour.example";
    const ann = await accounts.openAccount(email);
    const other = accounts.browser();
    await other.signIn(email, PASSWORD);
    const tokens = await askTwice(email);
    // Better Auth's own endpoint keeps other sessions unless told otherwise.
    const body = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD, revokeOtherSessions: false };
    expect((await ann.post("/change-password", body)).status).toBe(200);
    expect(await ann.isSignedIn()).toBe(true);
    expect(await other.isSignedIn()).toBe(false);
    for (const token of tokens) {
      const answer = await accounts.browser().post("/reset-password", { token, newPassword: "a third long password" });
      expect(answer).toMatchObject({ status: 400, code: "INVALID_TOKEN" });
    }
    expect((await accounts.browser().signIn(email, NEW_PASSWORD)).status).toBe(200);
  });

  it("does not revoke another user's links and sessions", async () => {
    const bob = await accounts.openAccount("bob@harbour.example");
    const [, bobs] = await askTwice("bob@harbour.example");
    const ann = await accounts.openAccount("ann@harbour.example");
    await ann.post("/change-password", { currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
    expect(await bob.isSignedIn()).toBe(true);
    expect((await accounts.browser().post("/reset-password", { token: bobs, newPassword: NEW_PASSWORD })).status).toBe(200);
  });

  let tried = 0;
  it.each([
    "password12",
    "1234567890",
    "qwertyuiop",
    "weak-password",
    "WeakPassword1!",
    "Flawless2026",
    "short",
    "x".repeat(129),
  ])("is refused if it is easily guessed or of the wrong length: %s", async (weak) => {
    const { browser, readToken, openAccount } = accounts;
    tried += 1;
    const [known, unknown] = [`weak.password@known${tried}.example`, `weak.password@unknown${tried}.example`];
    await browser().post("/sign-up/start", { email: unknown });
    const ann = await openAccount(known);
    await browser().post("/request-password-reset", { email: known });
    const [signUp, reset] = [await readToken("verification", unknown), await readToken("reset", known)];
    const answers = [
      await browser().post("/sign-up/finish", { token: signUp, password: weak }),
      await ann.post("/change-password", { currentPassword: PASSWORD, newPassword: weak }),
      await browser().post("/reset-password", { token: reset, newPassword: weak }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ status: 400, code: "WEAK_PASSWORD" });
  });

  it("is stored as Argon2id with OWASP's parameters, and an older hash is replaced at the next sign-in", async () => {
    const { db } = accounts.database;
    const email = "older@harbour.example";
    await accounts.openAccount(email);
    const readHash = async () => (await db.account.findFirstOrThrow({ where: { user: { email } } })).password;
    expect(await readHash()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await db.account.updateMany({ where: { user: { email } }, data: { password: await hashAsBetterAuth(PASSWORD) } });
    expect((await accounts.browser().signIn(email, "not the password")).status).toBe(401);
    expect(await readHash()).not.toContain("argon2id");
    expect((await accounts.browser().signIn(email, PASSWORD)).status).toBe(200);
    expect(await readHash()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await accounts.browser().signIn(email, PASSWORD)).status).toBe(200);
  });

  it("is set by links whose secrets no table holds in clear text", async () => {
    const { db } = accounts.database;
    const email = "hashed@harbour.example";
    await accounts.browser().post("/sign-up/start", { email });
    await accounts.openAccount(`${email}.example`);
    await accounts.browser().post("/request-password-reset", { email: `${email}.example` });
    const secrets = [await accounts.readToken("verification", email), await accounts.readToken("reset", `${email}.example`)];
    const rows = JSON.stringify([await db.verification.findMany(), await db.delivery.findMany()]);
    expect(rows).toContain("reset-password:");
    for (const secret of secrets) expect(rows).not.toContain(secret);
  });
});
