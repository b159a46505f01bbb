import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type AccountsFixture, PASSWORD, startAccounts } from "./accounts-fixture.ts";

const MINUTE_MS = 60_000;

/** Different response times would reveal who has an account, so both cases must run the same statements and hashing. */
describe("a known and an unknown address", () => {
  let accounts: AccountsFixture;
  const known = "known@harbour.example";
  beforeAll(async () => {
    accounts = await startAccounts();
    await accounts.openAccount(known);
    accounts.passTime(MINUTE_MS);
  });
  afterAll(() => accounts?.close());
  afterEach(() => vi.restoreAllMocks());

  /** Returns the statements that a request runs, by verb and table, and the number of password hashes computed or compared. */
  async function workOf(path: string, body: { email: string }): Promise<{ statements: string[]; hashes: number }> {
    const query = vi.spyOn(pg.Client.prototype, "query");
    const { password } = await accounts.auth.$context;
    const hashing = [vi.spyOn(password, "hash"), vi.spyOn(password, "verify")];
    await accounts.browser().post(path, body);
    const statements = query.mock.calls
      .map(([asked]) => summaryOf(textOf(asked)))
      .filter((summary) => summary !== "")
      .sort();
    const hashes = hashing.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    vi.restoreAllMocks();
    return { statements, hashes };
  }

  it.each([
    ["/sign-up/start", {}, 0],
    ["/request-password-reset", {}, 0],
    ["/sign-in/email", { password: "not the password" }, 1],
  ])("cause the same work at %s", async (path, rest, hashes) => {
    const unknownWork = await workOf(path, { ...rest, email: `unknown${path.length}@harbour.example` });
    const knownWork = await workOf(path, { ...rest, email: known });
    expect(knownWork).toEqual(unknownWork);
    expect(knownWork.hashes).toBe(hashes);
    expect(knownWork.statements.length).toBeGreaterThan(hashes === 0 ? 5 : 2);
  });

  it("cause the same work when signing in with a browser known for another user", async () => {
    const other = await accounts.openAccount("other@harbour.example");
    const answers = [await other.signIn(known, "not the password"), await other.signIn("nobody@harbour.example", PASSWORD)];
    expect(answers.map(({ status, code }) => ({ status, code }))).toEqual([
      { status: 401, code: "INVALID_EMAIL_OR_PASSWORD" },
      { status: 401, code: "INVALID_EMAIL_OR_PASSWORD" },
    ]);
  });
});

function textOf(asked: unknown): string {
  if (typeof asked === "string") return asked;
  const text: unknown = typeof asked === "object" && asked !== null ? Reflect.get(asked, "text") : "";
  return typeof text === "string" ? text : "";
}

/** Summarizes a statement; empty for statements that the queue runs on its own tables at any time. */
function summaryOf(text: string): string {
  const verb = /^\s*(SELECT|INSERT|UPDATE|DELETE|BEGIN|COMMIT|ROLLBACK)/i.exec(text)?.[1] ?? "";
  const table = /(?:FROM|INTO|UPDATE) (?:"public"\.)?("[A-Za-z]+")/.exec(text)?.[1];
  if (table) return `${verb} ${table}`;
  return /^(BEGIN|COMMIT|ROLLBACK)$/i.test(verb) ? verb : "";
}
