import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkCode } from "#app/_lib/second-step/check-code.ts";
import {
  beginTwoFactor,
  confirmTwoFactor,
  findPendingSecret,
  renewRecoveryCodes,
  turnOffTwoFactor,
} from "#app/_lib/second-step/manage-two-factor.ts";
import { makeRecoveryCodes } from "#app/_lib/second-step/recovery-code.ts";
import { findTwoFactor } from "#prisma/queries/security/find-two-factor.ts";
import { deriveSecretKeys, type SecretKeys } from "#prisma/sealed-secret.ts";
import { type AccountBrowser, type AccountsFixture, PASSWORD, startAccounts } from "./accounts-fixture.ts";
import { appCode } from "./app-code.ts";

const DAY_MS = 86_400_000;
const STEP_MS = 30_000;
const SOURCE = { network: null, device: null };
const WRONG = { status: 401, code: "WRONG_CODE" };

describe("two-factor sign-in", () => {
  let fixture: AccountsFixture;
  beforeAll(async () => {
    fixture = await startAccounts();
  });
  afterAll(() => fixture?.close());

  const dependencies = () => ({ db: fixture.database.db, keys: fixture.keys, queue: fixture.queue, now: fixture.now() });

  /** Creates a user who has it on. Advances the clock, so that the current code is unused. */
  const secured = async (name: string) => {
    const email = `${name}@harbour.example`;
    const userId = await fixture.createUser(email, PASSWORD);
    const first = fixture.browser();
    await first.post("/sign-in/email", { email, password: PASSWORD });
    const { id: sessionId } = await fixture.database.db.session.findFirstOrThrow({ where: { userId } });
    await beginTwoFactor(dependencies(), { userId, sessionId });
    const secret = await findPendingSecret(dependencies(), { userId, sessionId });
    if (!secret) throw new Error("No secret is waiting.");
    const code = () => appCode(secret, fixture.now());
    const codes = await confirmTwoFactor(dependencies(), { userId, sessionId, code: code(), source: SOURCE });
    if (!codes) throw new Error("The first code was refused.");
    fixture.passTime(STEP_MS);
    return { email, userId, sessionId, secret, code, codes, first };
  };
  const enterPassword = (browser: AccountBrowser, email: string) =>
    browser.post("/sign-in/email", { email, password: PASSWORD });
  const enterCode = (browser: AccountBrowser, code: string, trustDevice = false) =>
    browser.post("/two-factor/verify", { code, trustDevice });

  it("creates a session for the password with the app's code, but not for the password alone", async () => {
    const { email, userId, code } = await secured("both");
    const { db } = fixture.database;
    const sessions = await db.session.count({ where: { userId } });
    const browser = fixture.browser();
    expect(await enterPassword(browser, email)).toMatchObject({ status: 403, code: "SECOND_STEP_NEEDED" });
    expect(await browser.isSignedIn()).toBe(false);
    expect([...browser.cookies.keys()].filter((name) => name.includes("session"))).toEqual([]);
    expect(await db.session.count({ where: { userId } })).toBe(sessions);
    expect(await enterCode(browser, code())).toMatchObject({ status: 200 });
    expect(await browser.isSignedIn()).toBe(true);
  });

  it("accepts the code of one step once, over all browsers, and no earlier one afterwards", async () => {
    const { email, code, secret } = await secured("replay");
    const earlier = appCode(secret, new Date(fixture.now().getTime() - STEP_MS));
    const used = code();
    const [first, second, third] = [fixture.browser(), fixture.browser(), fixture.browser()];
    for (const browser of [first, second, third]) await enterPassword(browser, email);
    const answers = await Promise.all([enterCode(first, used), enterCode(second, used)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(await enterCode(third, used)).toMatchObject(WRONG);
    expect(await enterCode(third, earlier)).toMatchObject(WRONG);
    fixture.passTime(STEP_MS);
    expect(await enterCode(third, code())).toMatchObject({ status: 200 });
  });

  it("accepts the code of a clock that is half a minute off, and none that is older", async () => {
    const { email, secret } = await secured("clock");
    const browser = fixture.browser();
    await enterPassword(browser, email);
    fixture.passTime(3 * STEP_MS);
    const at = (steps: number) => appCode(secret, new Date(fixture.now().getTime() + steps * STEP_MS));
    for (const steps of [-2, 2]) expect(await enterCode(browser, at(steps))).toMatchObject(WRONG);
    expect(await enterCode(browser, at(-1))).toMatchObject({ status: 200 });
  });

  it("limits wrong codes by user, over all challenges and addresses, logs each, and notifies by mail", async () => {
    const { email, userId, code, secret } = await secured("guessed");
    const { db } = fixture.database;
    const right = [-1, 0, 1].map((steps) => appCode(secret, new Date(fixture.now().getTime() + steps * STEP_MS)));
    const wrong = ["000000", "111111", "222222", "333333"].find((candidate) => !right.includes(candidate)) ?? "";
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const browser = fixture.browser(`203.0.${attempt}.1`);
      await enterPassword(browser, email);
      statuses.push((await enterCode(browser, wrong)).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    const browser = fixture.browser("198.51.100.9");
    await enterPassword(browser, email);
    expect(await enterCode(browser, code())).toMatchObject({ status: 429 });
    expect(await db.securityEvent.count({ where: { userId, kind: "code_refused" } })).toBe(10);
    expect(await db.delivery.count({ where: { email, kind: "security_notice" } })).toBe(1);
    fixture.passTime(3_600_000);
    await enterPassword(browser, email);
    expect(await enterCode(browser, code())).toMatchObject({ status: 200 });
  });

  it("accepts each recovery code once, in any way of typing, and none from before a renewal", async () => {
    const { email, userId, codes } = await secured("recovering");
    expect(codes).toHaveLength(10);
    const [one = "", two = ""] = codes;
    const browser = fixture.browser();
    await enterPassword(browser, email);
    expect(await enterCode(browser, ` ${one.toLowerCase().replaceAll("-", " ")} `)).toMatchObject({ status: 200 });
    const other = fixture.browser();
    await enterPassword(other, email);
    expect(await enterCode(other, one)).toMatchObject(WRONG);
    const renewed = await renewRecoveryCodes(dependencies(), { userId, source: SOURCE });
    expect(await enterCode(other, two)).toMatchObject(WRONG);
    expect(await enterCode(other, renewed[0] ?? "")).toMatchObject({ status: 200 });
    expect(await findTwoFactor(fixture.database.db, { userId, now: fixture.now() })).toMatchObject({ recoveryCodesLeft: 9 });
  });

  it("reseals a secret with a newer key when it is used, and accepts recovery codes when every key is lost", async () => {
    const { userId, code, codes } = await secured("rekeyed");
    const { db } = fixture.database;
    const [newKey] = deriveSecretKeys({ AUTH_SECRET: "another secret of the tests, at least 32 characters" });
    if (!newKey) throw new Error("There is no key.");
    const check = (keys: SecretKeys, given: string) =>
      db.$transaction((tx) => checkCode(tx, keys, { userId, code: given, now: fixture.now() }));
    expect(await check([newKey], code())).toBe("wrong");
    expect(await check([newKey], codes[0] ?? "")).toBe("recovery");
    expect(await check([newKey, ...fixture.keys], code())).toBe("app");
    fixture.passTime(STEP_MS);
    expect(await check([newKey], code())).toBe("app");
    expect(await check(fixture.keys, code())).toBe("wrong");
  });

  it("accepts no code of another user", async () => {
    const ann = await secured("ann");
    const bob = await secured("bob");
    const browser = fixture.browser();
    await enterPassword(browser, ann.email);
    expect(await enterCode(browser, bob.code())).toMatchObject(WRONG);
    expect(await enterCode(browser, bob.codes[0] ?? "")).toMatchObject(WRONG);
    expect(await findTwoFactor(fixture.database.db, { userId: bob.userId, now: fixture.now() })).toMatchObject({
      recoveryCodesLeft: 10,
    });
  });

  it("stores neither the secret nor a recovery code nor a token in readable form", async () => {
    const { email, userId, secret, codes } = await secured("sealed");
    const browser = fixture.browser();
    await enterPassword(browser, email);
    const { db } = fixture.database;
    const rows = JSON.stringify([
      await db.twoFactor.findMany({ where: { userId } }),
      await db.recoveryCode.findMany({ where: { userId } }),
      await db.signInChallenge.findMany({ where: { userId } }),
      await db.securityEvent.findMany({ where: { userId } }),
    ]);
    const [token = ""] = [...browser.cookies].filter(([name]) => name.includes("second_step")).map(([, value]) => value);
    expect(token.length).toBeGreaterThan(40);
    for (const readable of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", "")), token, email])
      expect(rows).not.toContain(readable);
  });

  it("needs no code on a trusted device for 30 days from the code, even if it signs in meanwhile", async () => {
    const { email, code } = await secured("trusting");
    const browser = fixture.browser();
    await enterPassword(browser, email);
    await enterCode(browser, code(), true);
    for (let week = 0; week < 4; week += 1) {
      fixture.passTime(7 * DAY_MS);
      await browser.post("/sign-out", {});
      expect(await enterPassword(browser, email), `week ${week}`).toMatchObject({ status: 200 });
    }
    expect(await enterPassword(fixture.browser(), email)).toMatchObject({ status: 403 });
    fixture.passTime(2 * DAY_MS + 60_000);
    expect(await enterPassword(browser, email)).toMatchObject({ status: 403 });
  });

  it("does not trust one user's device for another user", async () => {
    const ann = await secured("trusted-ann");
    const bob = await secured("trusted-bob");
    const browser = fixture.browser();
    await enterPassword(browser, ann.email);
    await enterCode(browser, ann.code(), true);
    await browser.post("/sign-out", {});
    expect(await enterPassword(browser, bob.email)).toMatchObject({ status: 403 });
  });

  it("stays on when the password is reset or changed, which removes all trust and open challenges", async () => {
    const { email, userId, code } = await secured("resetting");
    const { db } = fixture.database;
    const trusting = fixture.browser();
    await enterPassword(trusting, email);
    await enterCode(trusting, code(), true);
    const waiting = fixture.browser();
    await enterPassword(fixture.browser(), email);
    await enterPassword(waiting, email);
    await waiting.post("/request-password-reset", { email });
    const token = await fixture.readToken("reset", email);
    expect(await waiting.post("/reset-password", { token, newPassword: PASSWORD })).toMatchObject({ status: 200 });
    fixture.passTime(STEP_MS);
    expect(await enterCode(waiting, code())).toMatchObject({ status: 401, code: "CHALLENGE_OVER" });
    expect(await trusting.isSignedIn()).toBe(false);
    expect(await enterPassword(trusting, email)).toMatchObject({ status: 403 });
    expect(await enterCode(trusting, code(), true)).toMatchObject({ status: 200 });
    const change = { currentPassword: PASSWORD, newPassword: PASSWORD, revokeOtherSessions: true };
    expect(await trusting.post("/change-password", change)).toMatchObject({ status: 200 });
    expect(await trusting.isSignedIn()).toBe(true);
    await trusting.post("/sign-out", {});
    expect(await enterPassword(trusting, email)).toMatchObject({ status: 403 });
    const kinds = (await db.securityEvent.findMany({ where: { userId } })).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["reset_requested", "password_reset", "password_changed"]));
  });

  it("is required at every endpoint that could create a session", async () => {
    const { email, userId } = await secured("walked");
    const { db } = fixture.database;
    const browser = fixture.browser();
    await browser.post("/sign-up/start", { email });
    await browser.post("/request-password-reset", { email });
    const token = await fixture.readToken("reset", email);
    for (const path of Object.values(fixture.auth.api).map((endpoint) => endpoint.path)) {
      if (typeof path !== "string" || path === "/two-factor/verify") continue;
      const body = { email, password: PASSWORD, newPassword: PASSWORD, currentPassword: PASSWORD, userId, name: email, token };
      for (const answer of [await browser.post(path, body), await browser.get(`${path}?token=${token}`)])
        expect(answer.signedIn, path).toBe(false);
    }
    expect(await browser.isSignedIn()).toBe(false);
    // The walk used the reset link, which ends every session, and created none.
    expect(await db.session.count({ where: { userId } })).toBe(0);
  });

  it("accepts no code without a challenge, after ten minutes, or a second time for the same challenge", async () => {
    const { email, code } = await secured("late");
    expect(await enterCode(fixture.browser(), code())).toMatchObject({ status: 401, code: "CHALLENGE_OVER" });
    const browser = fixture.browser();
    await enterPassword(browser, email);
    const stolen = fixture.browser();
    for (const [name, value] of browser.cookies) stolen.cookies.set(name, value);
    expect(await enterCode(browser, code())).toMatchObject({ status: 200 });
    fixture.passTime(STEP_MS);
    expect(await enterCode(stolen, code())).toMatchObject({ status: 401, code: "CHALLENGE_OVER" });
    const late = fixture.browser();
    await enterPassword(late, email);
    fixture.passTime(10 * 60_000 + 1_000);
    expect(await enterCode(late, code())).toMatchObject({ status: 401, code: "CHALLENGE_OVER" });
  });

  it("refuses what cannot be a code", async () => {
    const { email } = await secured("odd");
    const browser = fixture.browser();
    await enterPassword(browser, email);
    const odd = ["", " ", "12345", "1234567", "×".repeat(100), "0".repeat(24), "٠١٢٣٤٥", ...makeRecoveryCodes().slice(0, 2)];
    for (const code of odd) expect((await enterCode(browser, code)).status, code).toBeGreaterThanOrEqual(400);
    expect((await browser.post("/two-factor/verify", { code: 123456 })).status).toBe(400);
    expect(await browser.isSignedIn()).toBe(false);
  });

  it("is turned on only in the session that started it, within 15 minutes, and ends the other sessions", async () => {
    const email = "beginning@harbour.example";
    const userId = await fixture.createUser(email, PASSWORD);
    const { db } = fixture.database;
    const [own, other] = [fixture.browser(), fixture.browser()];
    await enterPassword(own, email);
    const { id: sessionId } = await db.session.findFirstOrThrow({ where: { userId } });
    await enterPassword(other, email);
    const { id: otherId } = await db.session.findFirstOrThrow({ where: { userId, id: { not: sessionId } } });
    await beginTwoFactor(dependencies(), { userId, sessionId });
    expect(await findPendingSecret(dependencies(), { userId, sessionId: otherId })).toBeNull();
    const secret = (await findPendingSecret(dependencies(), { userId, sessionId })) ?? "";
    const confirm = (id: string, at = fixture.now()) =>
      confirmTwoFactor(dependencies(), { userId, sessionId: id, code: appCode(secret, at), source: SOURCE });
    await expect(confirm(otherId)).rejects.toMatchObject({ code: "conflict" });
    expect(await confirm(sessionId, new Date(0))).toBeNull();
    expect(await findTwoFactor(db, { userId, now: fixture.now() })).toBeNull();
    expect(await enterPassword(fixture.browser(), email)).toMatchObject({ status: 200 });
    expect(await confirm(sessionId)).toHaveLength(10);
    expect([await own.isSignedIn(), await other.isSignedIn()]).toEqual([true, false]);
    await expect(beginTwoFactor(dependencies(), { userId, sessionId })).rejects.toMatchObject({ code: "conflict" });
  });

  it("discards a secret whose first code did not come in time", async () => {
    const email = "slow@harbour.example";
    const userId = await fixture.createUser(email, PASSWORD);
    await enterPassword(fixture.browser(), email);
    const { id: sessionId } = await fixture.database.db.session.findFirstOrThrow({ where: { userId } });
    await beginTwoFactor(dependencies(), { userId, sessionId });
    fixture.passTime(15 * 60_000);
    expect(await findPendingSecret(dependencies(), { userId, sessionId })).toBeNull();
  });

  it("deletes its codes when it is turned off, and notifies the user by mail", async () => {
    const { email, userId } = await secured("ending");
    const { db } = fixture.database;
    await turnOffTwoFactor(dependencies(), { userId, source: SOURCE });
    expect(await enterPassword(fixture.browser(), email)).toMatchObject({ status: 200 });
    expect(await db.recoveryCode.count({ where: { userId } })).toBe(0);
    expect(await db.delivery.count({ where: { email, kind: "security_notice" } })).toBe(1);
    await expect(turnOffTwoFactor(dependencies(), { userId, source: SOURCE })).rejects.toMatchObject({ code: "conflict" });
    await expect(renewRecoveryCodes(dependencies(), { userId, source: SOURCE })).rejects.toMatchObject({ code: "conflict" });
  });
});
