import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccountsFixture, PASSWORD, startAccounts } from "./accounts-fixture.ts";

const MINUTE_MS = 60_000;
const STRANGERS = "the stranger's own password";

describe("signing up", () => {
  let accounts: AccountsFixture;
  beforeAll(async () => {
    accounts = await startAccounts();
  });
  afterAll(() => accounts?.close());

  it("creates the account with the password chosen at the mailed link, and signs in", async () => {
    const ann = await accounts.openAccount("ann@harbour.example");
    expect(await ann.isSignedIn()).toBe(true);
    expect((await accounts.browser().signIn("ann@harbour.example", PASSWORD)).status).toBe(200);
  });

  it.each(["the owner's own mail", "the mail that the stranger's sign-up caused"])(
    "gives no access to a stranger who signs up first or in between, by %s",
    async (which) => {
      const { database, browser, readTokens, passTime } = accounts;
      const email = `owner-${which.length}@harbour.example`;
      const stranger = browser();
      const owner = browser();
      await owner.post("/sign-up/start", { email, password: PASSWORD, name: email });
      passTime(MINUTE_MS);
      await stranger.post("/sign-up/start", { email, password: STRANGERS, name: email });
      await stranger.post("/sign-up/email", { email, password: STRANGERS, name: email });
      expect(await database.db.user.count({ where: { email } })).toBe(0);
      expect(await stranger.isSignedIn()).toBe(false);
      const tokens = await readTokens("verification", email);
      expect(tokens).toHaveLength(2);
      const token = which === "the owner's own mail" ? tokens[0] : tokens[1];
      expect((await owner.post("/sign-up/finish", { token, password: PASSWORD })).status).toBe(200);
      expect((await stranger.signIn(email, STRANGERS)).status).toBe(401);
      expect(await stranger.isSignedIn()).toBe(false);
      expect(await database.db.session.count({ where: { user: { email } } })).toBe(1);
      for (const other of tokens) {
        expect((await stranger.post("/sign-up/finish", { token: other, password: STRANGERS })).status).toBe(400);
      }
      expect((await owner.signIn(email, PASSWORD)).status).toBe(200);
    },
  );

  it("creates one account from two links used at the same moment", async () => {
    const { browser, readTokens, passTime, database } = accounts;
    const email = "twice@harbour.example";
    await browser().post("/sign-up/start", { email });
    passTime(MINUTE_MS);
    await browser().post("/sign-up/start", { email });
    const tokens = await readTokens("verification", email);
    const answers = await Promise.all(tokens.map((token) => browser().post("/sign-up/finish", { token, password: PASSWORD })));
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(await database.db.account.count({ where: { user: { email } } })).toBe(1);
  });

  it("creates no account while sign-ups are switched off, and keeps the mailed links", async () => {
    const { browser, readToken, database } = accounts;
    const email = "waits@harbour.example";
    await browser().post("/sign-up/start", { email });
    const token = await readToken("verification", email);
    await database.db.switch.create({ data: { name: "sign_ups", isOn: false, changedAt: new Date() } });
    const calls = [
      ["/sign-up/start", { email: "new@harbour.example" }],
      ["/sign-up/finish", { token, password: PASSWORD }],
      ["/sign-up/join", { token: "any", password: PASSWORD }],
    ] as const;
    for (const [path, body] of calls) {
      const { status, code } = await browser().post(path, body);
      expect([path, status, code]).toEqual([path, 503, "SIGN_UPS_OFF"]);
    }
    expect(await database.db.delivery.count({ where: { email: "new@harbour.example" } })).toBe(0);
    expect(await database.db.user.count({ where: { email } })).toBe(0);
    await database.db.switch.deleteMany();
    expect((await browser().post("/sign-up/finish", { token, password: PASSWORD })).status).toBe(200);
  });

  it("refuses an expired link", async () => {
    const { browser, readToken, passTime } = accounts;
    await browser().post("/sign-up/start", { email: "late@harbour.example" });
    const token = await readToken("verification", "late@harbour.example");
    passTime(24 * 60 * MINUTE_MS + 1);
    const answer = await browser().post("/sign-up/finish", { token, password: PASSWORD });
    expect(answer).toMatchObject({ status: 400, code: "INVALID_TOKEN" });
  });

  it("reveals an existing account by mail only, and does not change it", async () => {
    const { browser, database, openAccount } = accounts;
    await openAccount("known@harbour.example");
    const before = await database.db.account.findMany({ where: { user: { email: "known@harbour.example" } } });
    accounts.passTime(MINUTE_MS);
    const known = await browser().post("/sign-up/start", { email: "Known@Harbour.example" });
    const unknown = await browser().post("/sign-up/start", { email: "unknown@harbour.example" });
    expect(known).toEqual(unknown);
    const mail = await database.db.delivery.findFirst({ where: { email: "known@harbour.example" }, orderBy: { id: "desc" } });
    expect(mail?.kind).toBe("account_exists");
    expect(await database.db.account.findMany({ where: { user: { email: "known@harbour.example" } } })).toEqual(before);
  });

  it("lets the owner in after a stranger used the address", async () => {
    const { browser, readTokens, passTime, database } = accounts;
    const email = "wanted@harbour.example";
    const stranger = browser();
    for (let count = 0; count < 12; count += 1) {
      await stranger.post("/sign-up/start", { email });
      passTime(MINUTE_MS);
    }
    const owner = browser();
    expect((await owner.post("/sign-up/start", { email })).status).toBe(200);
    expect(await database.db.delivery.count({ where: { email } })).toBe(5);
    const token = (await readTokens("verification", email))[0];
    expect((await owner.post("/sign-up/finish", { token, password: PASSWORD })).status).toBe(200);
  });
});
