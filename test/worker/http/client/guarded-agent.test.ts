import { request } from "undici";
import { describe, expect, it } from "vitest";
import { startRawServer } from "#test/support/servers/raw-server.ts";
import { createGuardedAgent } from "#worker/http/client/guarded-agent.ts";
import { createNameLookups } from "#worker/http/client/name-lookups.ts";

const PRIVATE = [{ address: "127.0.0.1", family: 4 }];
const names = createNameLookups({
  patienceMs: 50,
  lookUp: (name) => (name.startsWith("silent") ? new Promise(() => undefined) : Promise.resolve(PRIVATE)),
});

describe("createGuardedAgent", () => {
  it("looks every name up in the same way, also names of allowed private hosts", async () => {
    await using server = await startRawServer(() => "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello");
    const { port } = new URL(server.url);
    const allowed = ["intranet.example", "silent-intranet.example"].map((host) => `${host}:${port}`);
    const agent = createGuardedAgent({ allowedPrivateHosts: allowed, names });
    const ask = (host: string) => request(`http://${host}:${port}/`, { dispatcher: agent });
    expect(await (await ask("intranet.example")).body.text()).toBe("Hello");
    await expect(ask("shop.example")).rejects.toMatchObject({ code: "PRIVATE_ADDRESS" });
    await expect(ask("silent-intranet.example")).rejects.toMatchObject({ code: "EAI_AGAIN" });
    await expect(ask("silent.example")).rejects.toMatchObject({ code: "EAI_AGAIN" });
    await agent.close();
  });
});
