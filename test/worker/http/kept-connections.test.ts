import { createServer, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createHttpClient, type HttpClient } from "#worker/http/client/http-client.ts";
import { requestTarget } from "#worker/http/links/request-target.ts";

const NEVER = new AbortController().signal;
/** The body that a wrong server sends after its answer to HEAD. */
const BODY = "<title>This page does not exist</title>";
const HEAD = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${BODY.length}\r\nConnection: keep-alive\r\n\r\n`;

type Sends = "never" | "at once" | "in a later packet";

let client: HttpClient;
const sockets: Socket[] = [];
let close = () => Promise.resolve();
beforeEach(() => {
  client = createHttpClient({ userAgent: "FlawlessBot test", allowedPrivateHosts: ["127.0.0.1"], perHost: 1 });
});
afterEach(async () => {
  await client.close();
  await close();
});

async function startServer(sends: Sends): Promise<string> {
  sockets.length = 0;
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => socket.destroy());
    socket.on("data", (request) => {
      const sendsNow = sends === "at once" || request.toString().startsWith("GET");
      socket.write(`${HEAD}${sendsNow ? BODY : ""}`);
      if (sends === "in a later packet" && !sendsNow) setImmediate(() => socket.write(BODY));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}

const ask = (url: string) => requestTarget(client, url, { method: "HEAD", body: "none", signal: NEVER });

describe("requests of links by HEAD", () => {
  it("share the connections that the server keeps", async () => {
    const site = await startServer("never");
    for (let page = 0; page < 5; page += 1) expect(await ask(`${site}/${page}`)).toMatchObject({ state: "ok" });
    // A second one may be opened while the first answer is being read.
    expect(sockets.length).toBeLessThan(3);
  });

  it.each<Sends>(["at once", "in a later packet"])("are answered rightly by a server that sends a body %s", async (sends) => {
    const site = await startServer(sends);
    for (let page = 0; page < 5; page += 1) expect(await ask(`${site}/${page}`)).toMatchObject({ state: "ok" });
  });
});
