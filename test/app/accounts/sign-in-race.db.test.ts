import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type AccountsFixture, PASSWORD, startAccounts } from "./accounts-fixture.ts";

describe("a sign-in during which the password is changed", () => {
  let accounts: AccountsFixture;
  beforeAll(async () => {
    accounts = await startAccounts();
  });
  afterAll(() => accounts?.close());

  it("leaves no session behind", async () => {
    const email = "race@harbour.example";
    await accounts.openAccount(email);
    await accounts.browser().post("/request-password-reset", { email });
    const token = await accounts.readToken("reset", email);
    const { password } = await accounts.auth.$context;
    const verify = password.verify;
    vi.spyOn(password, "verify").mockImplementationOnce(async (asked) => {
      const isRight = await verify(asked);
      const reset = await accounts.browser().post("/reset-password", { token, newPassword: "another long password" });
      expect(reset.status).toBe(200);
      return isRight;
    });
    const thief = accounts.browser();
    expect((await thief.signIn(email, PASSWORD)).status).toBe(401);
    expect(await thief.isSignedIn()).toBe(false);
    expect(await accounts.database.db.session.count({ where: { user: { email } } })).toBe(0);
  });
});
