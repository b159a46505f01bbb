import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type AccountBrowser, type AccountsFixture, PASSWORD, startAccounts } from "./accounts-fixture.ts";

// Each test hashes up to a hundred passwords, and a hash is costly by design.
vi.setConfig({ testTimeout: 180_000 });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Tries wrong passwords, and returns how many were checked rather than refused by a limit. */
async function guess(browser: AccountBrowser, email: string, times: number): Promise<number> {
  let answered = 0;
  for (let count = 0; count < times; count += 1) {
    const { status } = await browser.signIn(email, `wrong password ${count}`);
    if (status === 401) answered += 1;
    else expect(status).toBe(429);
  }
  return answered;
}

describe.each([
  ["where sources are told apart", {}],
  ["where no proxy tells the visitor's address", { TRUSTED_IP_HEADER: "" }],
])("signing in %s", (_where, environment) => {
  let accounts: AccountsFixture;
  beforeAll(async () => {
    accounts = await startAccounts(environment);
  });
  afterAll(() => accounts?.close());

  it("lets the owner in from a known browser while strangers guess", async () => {
    const email = "locked@harbour.example";
    const owner = await accounts.openAccount(email);
    await owner.post("/sign-out", {});
    for (let time = 0; time < 2; time += 1) {
      expect(await guess(accounts.browser(), email, 22)).toBeLessThanOrEqual(20);
      accounts.passTime(10 * MINUTE_MS);
    }
    await guess(accounts.browser(), email, 21);
    expect((await owner.signIn(email, PASSWORD)).status).toBe(200);
  });

  it("lets the owner in from an unknown browser after a password reset", async () => {
    const email = "elsewhere@harbour.example";
    await accounts.openAccount(email);
    const owner = accounts.browser("192.0.2.7");
    const stranger = accounts.browser("192.0.2.7");
    await guess(stranger, email, 21);
    expect((await owner.signIn(email, PASSWORD)).status).toBe(429);
    for (let count = 0; count < 8; count += 1) {
      await stranger.post("/request-password-reset", { email });
      accounts.passTime(MINUTE_MS);
    }
    expect((await owner.post("/request-password-reset", { email })).status).toBe(200);
    const [token] = await accounts.readTokens("reset", email);
    const newPassword = "another long password";
    expect((await owner.post("/reset-password", { token, newPassword })).status).toBe(200);
    expect((await owner.signIn(email, newPassword)).status).toBe(200);
  });

  it("limits the guesses at one account per day over all addresses", async () => {
    const email = "guessed@harbour.example";
    await accounts.openAccount(email);
    let answered = 0;
    for (let source = 0; source < 6; source += 1) {
      answered += await guess(accounts.browser(`203.0.113.${source}`), email, 21);
      accounts.passTime(11 * MINUTE_MS);
    }
    expect(answered).toBeLessThanOrEqual(100);
    accounts.passTime(24 * HOUR_MS);
    expect((await accounts.browser("203.0.113.99").signIn(email, PASSWORD)).status).toBe(200);
  });

  it("limits the guesses from a known browser, too", async () => {
    const email = "stolen@harbour.example";
    const thief = await accounts.openAccount(email);
    expect(await guess(thief, email, 42)).toBeLessThanOrEqual(40);
  });

  it("treats another user's browser as unknown", async () => {
    const email = "victim@harbour.example";
    await accounts.openAccount(email);
    const other = await accounts.openAccount("attacker@harbour.example");
    await guess(other, email, 21);
    expect((await other.signIn(email, PASSWORD)).status).toBe(429);
  });

  it("does not count right passwords", async () => {
    const email = "often@harbour.example";
    await accounts.openAccount(email);
    for (let count = 0; count < 18; count += 1) {
      expect((await accounts.browser("192.0.2.50").signIn(email, PASSWORD)).status).toBe(200);
      accounts.passTime(MINUTE_MS / 10);
    }
    expect(await guess(accounts.browser("192.0.2.50"), email, 1)).toBe(1);
  });
});

describe("signing in", () => {
  let accounts: AccountsFixture;
  beforeAll(async () => {
    accounts = await startAccounts();
  });
  afterAll(() => accounts?.close());

  it("is open to the owner at another network address while a stranger guesses", async () => {
    const email = "apart@harbour.example";
    await accounts.openAccount(email);
    await guess(accounts.browser("192.0.2.1"), email, 22);
    expect((await accounts.browser("192.0.2.2").signIn(email, PASSWORD)).status).toBe(200);
  });

  it("is limited from one source over all addresses", async () => {
    const stranger = accounts.browser("192.0.2.77");
    let answered = 0;
    for (let count = 0; count < 12; count += 1) answered += await guess(stranger, `someone-${count}@harbour.example`, 10);
    expect(answered).toBe(100);
  });

  it("counts an IPv6 network as one source", async () => {
    const email = "v6@harbour.example";
    await accounts.openAccount(email);
    let answered = 0;
    for (let host = 0; host < 22; host += 1)
      answered += await guess(accounts.browser(`2001:db8::${host.toString(16)}`), email, 1);
    expect(answered).toBe(20);
  });
});

describe("passwords entered inside a session", () => {
  let accounts: AccountsFixture;
  beforeAll(async () => {
    accounts = await startAccounts();
  });
  afterAll(() => accounts?.close());

  it("can be guessed only within a limit over all addresses and sessions", async () => {
    const email = "session@harbour.example";
    const first = await accounts.openAccount(email);
    const second = accounts.browser();
    await second.signIn(email, PASSWORD);
    let answered = 0;
    for (let count = 0; count < 20; count += 1) {
      for (const browser of [first, second]) {
        const body = { currentPassword: `wrong password ${count}`, newPassword: "another long password" };
        const { status, code } = await browser.post("/change-password", body);
        if (code === "INVALID_PASSWORD") answered += 1;
        else expect(status).toBe(429);
      }
    }
    expect(answered).toBe(10);
    const right = { currentPassword: PASSWORD, newPassword: "another long password" };
    expect((await first.post("/change-password", right)).status).toBe(429);
    accounts.passTime(10 * MINUTE_MS);
    expect((await second.post("/change-password", right)).status).toBe(200);
  });
});
