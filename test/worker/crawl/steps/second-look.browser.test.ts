import { createServer } from "node:http";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { requireBrowser } from "#test/support/require-browser.ts";
import { openBrowser } from "#worker/browser/open-browser.ts";
import { createInProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { makePorts } from "#worker/crawl/make-ports.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";

const NEVER = new AbortController().signal;

/** A host that lets browsers in and no programs (at `/mute` it says nothing to them), apart from `/wall`, where everybody meets a wall, and `/gone`. */
async function openShyHost() {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    const isBrowser = request.headers["sec-fetch-mode"] === "navigate";
    visits.push(`${isBrowser ? "browser" : "program"} ${request.url}`);
    const show = (status: number, title: string) =>
      response.writeHead(status, { "content-type": "text/html" }).end(`<title>${title}</title><h1 id=rye>${title}</h1>`);
    if (!isBrowser && request.url === "/mute") request.socket.destroy();
    else if (!isBrowser) show(403, "Forbidden");
    else if (request.url === "/gone") show(404, "Not found");
    else show(200, request.url === "/wall" ? "Just a moment..." : "Flour");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    host: `127.0.0.1:${address.port}`,
    visits,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe("link targets that refuse programs", () => {
  it("are opened in a browser, with its own user agent, and judged by what it shows", async () => {
    const shy = await openShyHost();
    const allowedPrivateHosts = [shy.host];
    const client = createHttpClient({ userAgent: "FlawlessBot", allowedPrivateHosts, timeoutMs: 5_000 });
    const executablePath = await requireBrowser();
    const browser = await openBrowser({ executablePath, allowedPrivateHosts, log: pino({ level: "silent" }) });
    const checks = { version: "none", checkBlocks: async () => [] };
    const { ports, close } = makePorts(
      { client, browser, checks, answers: createAnswerCache() },
      {
        plan: { startUrl: "https://bakery.example/", language: "auto" },
        memory: createInProcessMemory(),
        onProgress: () => undefined,
        onFault: (error) => {
          throw error;
        },
      },
    );
    const targets = ["/flour#rye", "/gone", "/wall"].map((path) => `http://${shy.host}${path}`);
    const verdicts = await Array.fromAsync(ports.checkLinks(targets, NEVER));
    verdicts.push(...(await Array.fromAsync(ports.checkLinks([`http://${shy.host}/mute`], NEVER))));
    await close();
    await Promise.all([browser.close(), client.close()]);
    shy.close();
    const judged = verdicts.map(({ url, state, status }) => [url.slice(`http://${shy.host}`.length), state, status]);
    expect(judged.sort()).toEqual([
      ["/flour#rye", "ok", 200],
      ["/gone", "broken", 404],
      ["/mute", "ok", 200],
      ["/wall", "unknown", 403],
    ]);
    expect(shy.visits.filter((visit) => visit.startsWith("browser")).sort()).toEqual([
      "browser /flour",
      "browser /gone",
      "browser /mute",
      "browser /wall",
    ]);
  }, 60_000);
});
