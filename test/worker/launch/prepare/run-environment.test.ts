import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findFreePort } from "#test/support/servers/free-port.ts";

let state: string;
const said: string[] = [];
const load = () => import("#worker/launch/prepare/run-environment.ts");
const choose = async () => (await load()).chooseWebAddress((line) => said.push(line));

beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), "flawless-environment-"));
  vi.resetModules();
  for (const name of ["PORT", "APP_URL", "AUTH_SECRET"]) vi.stubEnv(name, "");
  vi.stubEnv("FLAWLESS_STATE", state);
  vi.stubEnv("TMPDIR", state);
  said.length = 0;
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(state, { recursive: true, force: true });
});

describe("directDatabaseUrl", () => {
  it.each([
    ["", "", undefined],
    ["postgresql://pooler/x", "", "postgresql://pooler/x"],
    ["postgresql://pooler/x", "postgresql://server/x", "postgresql://server/x"],
  ])("chooses of DATABASE_URL “%s” and DIRECT_DATABASE_URL “%s”", async (pooled, direct, chosen) => {
    vi.stubEnv("DATABASE_URL", pooled);
    vi.stubEnv("DIRECT_DATABASE_URL", direct);
    expect((await load()).directDatabaseUrl()).toBe(chosen);
  });

  it("refuses a queue in another database than the embedded one", async () => {
    vi.stubEnv("DATABASE_URL", "");
    vi.stubEnv("DIRECT_DATABASE_URL", "postgresql://server/x");
    const { directDatabaseUrl } = await load();
    expect(directDatabaseUrl).toThrow(/DATABASE_URL is not\. Set both/);
  });
});

describe("chooseWebAddress", () => {
  it("finds a free port from 3000 on by itself, and says when it is another", async () => {
    const { port, host, url } = await choose();
    expect(port).toBeGreaterThanOrEqual(3000);
    expect({ host, url }).toEqual({ host: "127.0.0.1", url: `http://localhost:${port}` });
    expect(said).toEqual(port === 3000 ? [] : [`Port 3000 is in use, so Flawless uses port ${port}.`]);
  });

  it("takes the port of PORT", async () => {
    const port = await findFreePort();
    vi.stubEnv("PORT", String(port));
    expect(await choose()).toEqual({ port, host: "127.0.0.1", url: `http://localhost:${port}` });
  });

  it("takes the port of a local APP_URL", async () => {
    const port = await findFreePort();
    vi.stubEnv("APP_URL", `http://127.0.0.1:${port}`);
    expect(await choose()).toEqual({ port, host: "127.0.0.1", url: `http://127.0.0.1:${port}` });
  });

  it("listens on all addresses only when APP_URL is public", async () => {
    const port = await findFreePort();
    vi.stubEnv("APP_URL", "https://flawless.example");
    vi.stubEnv("PORT", String(port));
    expect(await choose()).toEqual({ port, host: "0.0.0.0", url: "https://flawless.example" });
  });

  it("does not choose another port than the one that was asked for", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    vi.stubEnv("PORT", String(port));
    await expect(choose()).rejects.toThrow(`Port ${port} is taken by another program: stop that, or set PORT to a free one.`);
    server.close();
  });
});

describe("keepAuthSecret", () => {
  it("makes one, readable by this user only, and keeps it", async () => {
    const { keepAuthSecret } = await load();
    const secret = await keepAuthSecret();
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(await keepAuthSecret()).toBe(secret);
    expect((await stat(join(state, "secret"))).mode & 0o777).toBe(0o600);
  });

  it("takes the one that is set", async () => {
    vi.stubEnv("AUTH_SECRET", "chosen by the operator");
    expect(await (await load()).keepAuthSecret()).toBe("chosen by the operator");
  });
});
