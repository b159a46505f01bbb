import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALLOWED_ENDPOINTS } from "#app/_lib/auth/allowed-endpoints.ts";
import { type AccountBrowser, type AccountsFixture, IP_HEADER, startAccounts } from "./accounts-fixture.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

describe("the endpoints below /api/auth", () => {
  let accounts: AccountsFixture;
  let member: AccountBrowser;
  beforeAll(async () => {
    accounts = await startAccounts();
    member = await accounts.openAccount("member@harbour.example");
  });
  afterAll(() => accounts?.close());

  const ask = (method: string, path: string, body?: string | ReadableStream<Uint8Array>) => {
    const headers = new Headers({
      origin: "http://flawless.test",
      [IP_HEADER]: "192.0.2.1",
      "content-type": "application/json",
    });
    headers.set("cookie", [...member.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const init = { method, headers, ...(body === undefined ? {} : { body, duplex: "half" as const }) };
    return accounts.auth.handler(new Request(`http://flawless.test/api/auth${path}`, init));
  };

  /** Returns every path of Better Auth and its plugins, with each parameter filled in. */
  const paths = () =>
    Object.values(accounts.auth.api).flatMap((endpoint) => {
      const path: unknown = Reflect.get(endpoint, "path");
      return typeof path === "string" ? [path.replaceAll(/:[a-zA-Z]+/g, "x")] : [];
    });

  it("are only those that are allowed", async () => {
    const all = new Set(paths());
    expect(all.size).toBeGreaterThan(25);
    expect([...all]).toEqual(expect.arrayContaining(["/verify-password", "/update-user", "/sign-up/email", "/verify-email"]));
    const answering: string[] = [];
    for (const path of all) {
      for (const method of METHODS) {
        const { status } = await ask(method, path, method === "POST" ? "{}" : undefined);
        if (status !== 404) answering.push(`${method} ${path}`);
      }
    }
    expect(answering.sort()).toEqual([...ALLOWED_ENDPOINTS].sort());
  });

  it.each(["/update-user/", "//update-user", "/%75pdate-user", "/x/../update-user", "/UPDATE-USER", "/sign-in/email/", ""])(
    "are not reached by another spelling: %s",
    async (path) => {
      expect((await ask("POST", path, "{}")).status).toBe(404);
    },
  );

  it("accept no body larger than a form's, even with a false length header", async () => {
    const large = JSON.stringify({ email: "a@harbour.example", password: "x".repeat(2_000_000) });
    for (const path of ["/sign-in/email", "/sign-up/start", "/sign-out", "/change-password"]) {
      expect((await ask("POST", path, large)).status).toBe(413);
      const stream = new ReadableStream<Uint8Array>({
        pull: (controller) => controller.enqueue(new TextEncoder().encode("x".repeat(10_000))),
      });
      expect((await ask("POST", path, stream)).status).toBe(413);
    }
  });

  it("store no text of 2 MB about a user or a browser, by any endpoint", async () => {
    const { db } = accounts.database;
    const { internalAdapter } = await accounts.auth.$context;
    const user = await db.user.findUniqueOrThrow({ where: { email: "member@harbour.example" } });
    await expect(internalAdapter.updateUser(user.id, { name: "x".repeat(2_000_000) })).rejects.toThrow();
    await expect(internalAdapter.updateUser(user.id, { image: "x".repeat(2_000_000) })).rejects.toThrow();
    expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toEqual(user);
  });

  it("create no account without the link", async () => {
    const body = { email: "direct@harbour.example", password: "correct horse battery", name: "x" };
    await expect(accounts.auth.api.signUpEmail({ body })).rejects.toThrow();
    expect(await accounts.database.db.user.count({ where: { email: body.email } })).toBe(0);
  });
});
