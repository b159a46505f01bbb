import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createShutdown, type Shutdown } from "#app/_front/shutdown.ts";

const DRAIN_MS = 300;

let server: Server;
let shutdown: Shutdown;
let port: number;
let slow: ServerResponse[];
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

beforeEach(async () => {
  slow = [];
  server = createServer((request, response) => {
    if (shutdown.admit(request, response)) return;
    if (request.url === "/slow") slow.push(response);
    else if (request.url === "/stream") response.writeHead(200, { "content-type": "text/event-stream" }).write("data: 1\n\n");
    else response.end("fine");
  });
  shutdown = createShutdown(server, { drainMs: DRAIN_MS, finishMs: 20_000 });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});

afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
});

function request(path: string): Promise<IncomingMessage> {
  const headers = path === "/stream" ? { accept: "text/event-stream" } : {};
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, headers, agent: path === "/" ? agent : false }, resolve).once("error", reject);
  });
}

async function read(answer: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of answer) text += chunk;
  return text;
}

describe("createShutdown", () => {
  it("fails health checks first, while it still answers and asks to close connections", async () => {
    const before = await request("/");
    expect(before.headers.connection).toBe("keep-alive");
    await read(before);
    const stopped = shutdown.stop();
    for (const path of ["/readyz", "/api/health"]) expect((await request(path)).statusCode).toBe(503);
    const answer = await request("/");
    expect([answer.statusCode, answer.headers.connection, await read(answer)]).toEqual([200, "close", "fine"]);
    await stopped;
    await expect(request("/")).rejects.toThrow("ECONNREFUSED");
  });

  it("lets an answer under way end, and cuts streams, which never end by themselves", async () => {
    const answer = request("/slow");
    await expect.poll(() => slow.length).toBe(1);
    const stream = await request("/stream");
    const stopped = shutdown.stop();
    await expect(read(stream)).rejects.toThrow("aborted");
    slow[0]?.end("late");
    expect(await read(await answer)).toBe("late");
    await stopped;
  });

  it("closes connections whose answer does not end in time", async () => {
    shutdown = createShutdown(server, { drainMs: 0, finishMs: 50 });
    const refused = expect(request("/slow")).rejects.toThrow("socket hang up");
    await expect.poll(() => slow.length).toBe(1);
    await Promise.all([shutdown.stop(), refused]);
  });
});
