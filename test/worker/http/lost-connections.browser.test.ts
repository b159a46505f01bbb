import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createSecureServer, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TEST_AUTHORITY } from "#test/support/servers/hostile-server.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";
import { createLinkChecker } from "#worker/http/links/check-links.ts";
import { NEVER } from "./hostile-world.ts";

const CERTIFICATES = new URL("../../fixtures/certificates/", import.meta.url);
const HTML = { "content-type": "text/html" };

async function verdictsOn(origin: string, paths: string[]) {
  const client = createHttpClient({ userAgent: "TestBot/1.0", allowedPrivateHosts: [new URL(origin).host], timeoutMs: 2_000 });
  const verdicts = [];
  // One after the other: a connection is used again only when it is free.
  for (const path of paths)
    verdicts.push(...(await Array.fromAsync(createLinkChecker(client, { pauseMs: 1 })([origin + path], NEVER))));
  await client.close();
  return verdicts.map(({ url, state, rule }) => [url.slice(origin.length), rule ?? state]);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

describe("a server that closes a kept connection when it is used again", () => {
  it("is asked once more over another, and what it then answers counts", async () => {
    const asked = new WeakMap<object, number>();
    const closed: string[] = [];
    const server = createServer((request, response) => {
      const before = asked.get(request.socket) ?? 0;
      asked.set(request.socket, before + 1);
      if (before > 0) {
        closed.push(request.url ?? "");
        request.socket.resetAndDestroy();
      } else response.writeHead(200, HTML).end("<title>Bread</title>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const origin = `http://127.0.0.1:${portOf(server.address())}`;
    expect(await verdictsOn(origin, ["/a", "/b", "/c"])).toEqual([
      ["/a", "ok"],
      ["/b", "ok"],
      ["/c", "ok"],
    ]);
    expect(closed.length).toBeGreaterThan(0);
    server.closeAllConnections();
    server.close();
  });
});

describe("a server that speaks HTTP/2 only", () => {
  const authorities = getCACertificates();
  beforeAll(() => setDefaultCACertificates([...authorities, TEST_AUTHORITY]));
  afterAll(() => setDefaultCACertificates(authorities));

  const read = (name: string) => readFileSync(new URL(name, CERTIFICATES));
  async function openModernServer(answer: (stream: ServerHttp2Stream, path: string) => void) {
    const server = createSecureServer({ key: read("server.key"), cert: read("trusted.crt"), allowHTTP1: false });
    server.on("session", (session) => session.on("error", () => session.destroy()));
    server.on("stream", (stream, headers) => {
      stream.on("error", () => stream.destroy());
      answer(stream, headers[":path"] ?? "");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { origin: `https://127.0.0.1:${portOf(server.address())}`, close: () => server.close() };
  }
  const good = (stream: ServerHttp2Stream) => {
    stream.respond({ ":status": 200, ...HTML });
    stream.end("<title>Bread</title>");
  };

  it("is spoken to", async () => {
    const server = await openModernServer((stream, path) => {
      if (path === "/gone") stream.respond({ ":status": 404, ...HTML }, { endStream: true });
      else good(stream);
    });
    expect(await verdictsOn(server.origin, ["/good", "/gone"])).toEqual([
      ["/good", "ok"],
      ["/gone", "links/not-found"],
    ]);
    server.close();
  });

  it.each([
    ["resets a stream", (stream: ServerHttp2Stream) => stream.close(2)],
    ["refuses a stream", (stream: ServerHttp2Stream) => stream.close(7)],
    ["goes away", (stream: ServerHttp2Stream) => stream.session?.goaway(0)],
    ["drops the connection", (stream: ServerHttp2Stream) => stream.session?.destroy()],
  ])("is asked again when it %s, and believed to be out of order only when it always does", async (_, misbehave) => {
    const before = new Map<string, number>();
    const server = await openModernServer((stream, path) => {
      const count = before.get(path) ?? 0;
      before.set(path, count + 1);
      if (path === "/never" || (path === "/second" && count === 0)) misbehave(stream);
      if (stream.destroyed || stream.session?.destroyed || stream.closed) return;
      if (path === "/never") stream.session?.destroy();
      else good(stream);
    });
    expect(await verdictsOn(server.origin, ["/good", "/second", "/never"])).toEqual([
      ["/good", "ok"],
      ["/second", "ok"],
      ["/never", "links/unreachable"],
    ]);
    server.close();
  });
});
