import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { choosePort, claimPort, isPortFree } from "#worker/launch/process/choose-port.ts";

let folder: string;
const open: Server[] = [];

async function take(port: number, host: string): Promise<void> {
  const server = createServer().listen(port, host);
  open.push(server);
  await once(server, "listening");
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flawless-port-"));
  vi.stubEnv("TMPDIR", folder);
});

afterEach(async () => {
  for (const server of open.splice(0)) server.close();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

describe("choosePort", () => {
  it("takes the first one when it is free", async () => {
    const port = await findFreePort();
    expect(await choosePort(port, "127.0.0.1")).toBe(port);
  });

  it("goes on to a higher one when it is taken", async () => {
    const port = await findFreePort();
    await take(port, "127.0.0.1");
    const chosen = await choosePort(port, "127.0.0.1");
    expect(chosen).toBeGreaterThan(port);
    expect(await isPortFree(chosen, "127.0.0.1")).toBe(true);
  });

  it("leaves a port alone that another run is about to listen on", async () => {
    const port = await findFreePort();
    expect(await claimPort(port)).toBe(true);
    expect(await choosePort(port, "127.0.0.1")).toBeGreaterThan(port);
  });

  it("says which setting to change when there is none", async () => {
    await expect(choosePort(65_535, "127.0.0.1")).rejects.toThrow(/No free port from 65535 on: set PORT/);
  });
});

describe("isPortFree", () => {
  it("counts a port as taken for all addresses that another program has on this machine only, and the other way round", async () => {
    const port = await findFreePort();
    await take(port, "127.0.0.1");
    expect(await isPortFree(port, "0.0.0.0")).toBe(false);
    const other = await findFreePort();
    await take(other, "0.0.0.0");
    expect(await isPortFree(other, "127.0.0.1")).toBe(false);
  });
});
