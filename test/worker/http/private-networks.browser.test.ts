import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLinkChecker } from "#worker/http/links/check-links.ts";
import { fetchRobots } from "#worker/http/read/robots.ts";
import { readSitemaps } from "#worker/http/read/sitemaps.ts";
import { type HostileWorld, NEVER, open } from "./hostile-world.ts";

/** The server's host and port are allowed as `127.0.0.1:port`; every other way to reach it, or other private hosts, is not. */
describe("private networks", () => {
  let world: HostileWorld;
  let port: string;
  let forms: string[];
  beforeAll(async () => {
    world = await open();
    ({ port } = new URL(world.server.url));
    forms = [
      `http://localhost:${port}/good`,
      `http://LOCALHOST:${port}/good`,
      `http://[::1]:${port}/good`,
      `http://[::ffff:127.0.0.1]:${port}/good`,
      `http://[::ffff:7f00:1]:${port}/good`,
      `http://127.0.0.2:${port}/good`,
      `http://0.0.0.0:${port}/good`,
      "http://127.0.0.1:8080/",
      "http://10.0.0.1/",
      "http://192.168.1.1/",
      "http://172.16.0.1/",
      "http://100.64.0.1/",
      "http://169.254.169.254/latest/meta-data/",
      "http://[fe80::1]/",
      "http://[fd00::1]/",
      "http://[64:ff9b::a9fe:a9fe]/",
      "http://2130706433/",
      "http://0x7f000001/",
      "http://0177.0.0.1/",
      "http://127.1/",
      "https://127.0.0.1:8443/",
    ];
  });
  afterAll(() => world?.[Symbol.asyncDispose]());

  it("visits the one host and port that is allowed", async () => {
    expect(await world.fetch("/good")).toMatchObject({ kind: "html" });
  });

  it("refuses every other private address, in every spelling, without connecting", async () => {
    const asked = world.server.requests.length;
    for (const form of forms)
      expect([form, await world.fetch(form)]).toMatchObject([form, { kind: "failure", failure: { code: "private-address" } }]);
    expect(world.server.requests).toHaveLength(asked);
  });

  it("refuses them after a redirect too", async () => {
    for (const form of forms) {
      world.server.on("/away", (_, response) => response.writeHead(302, { location: form }).end());
      expect([form, await world.fetch("/away")]).toMatchObject([form, { failure: { code: "private-address" } }]);
    }
  });

  it("calls links to them unknown, not broken", async () => {
    const check = createLinkChecker(world.client, { pauseMs: 1 });
    const verdicts = await Array.fromAsync(check([...forms, `${world.server.url}/to-private`], NEVER));
    expect(verdicts).toHaveLength(forms.length + 1);
    expect(new Set(verdicts.map(({ state }) => state))).toEqual(new Set(["unknown"]));
  });

  it("reads neither robots.txt nor sitemaps there", async () => {
    const robots = await fetchRobots(world.client, `http://localhost:${port}`, NEVER);
    expect(robots.failure).toMatchObject({ code: "private-address" });
    expect(robots.isAllowed(`http://localhost:${port}/`)).toBe(false);
    const sitemaps = await readSitemaps(world.client, [`http://localhost:${port}/good`], { limit: 10, signal: NEVER });
    expect(sitemaps).toMatchObject({ pages: [], filesLeft: 0 });
  });

  it("opens no port of another protocol", async () => {
    expect(await world.fetch("http://192.0.2.1:25/")).toMatchObject({ failure: { code: "private-address" } });
    expect(await world.fetch("http://example.com:25/")).toMatchObject({
      failure: { code: "refused", message: "This address of example.com uses a port that browsers block." },
    });
  });
});
