import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HostileServer, startHostileServer } from "#test/support/servers/hostile-server.ts";
import { openRealWorld, type RealWorld } from "./hostile-crawl.ts";

const PAGES = 40;

let world: RealWorld;
let server: HostileServer;

beforeAll(async () => {
  [world, server] = await Promise.all([openRealWorld(), startHostileServer()]);
  const paths = Array.from({ length: PAGES }, (_, at) => `/page/${at}`);
  answer("/", paths.map((path) => `<a href="${path}">${path}</a>`).join(" "));
  for (const [at, path] of paths.entries())
    answer(path, `<p>Loading…</p><script>document.querySelector("p").textContent = "Built ${at}.";</script>`);
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await server.close();
});

/** Answers that the server has left before every connection to it breaks. */
let answersLeft = Number.POSITIVE_INFINITY;

function answer(path: string, body: string): void {
  server.on(path, (request, response) => {
    if (answersLeft-- <= 0) request.socket.destroy();
    else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(body);
  });
}

/** Process groups of the browsers that this process has started: some are a script that starts the browser itself. */
function ownBrowsers(): number[] {
  const listed = execFileSync("ps", ["-o", "pid=,args=", "--ppid", String(process.pid)], { encoding: "utf8" });
  return listed
    .split("\n")
    .filter((line) => line.includes("--remote-debugging-pipe"))
    .map((line) => Number.parseInt(line, 10));
}

describe("a crawl whose browser is killed", () => {
  it("starts another one and reads every page", async () => {
    let recorded = 0;
    let killed = 0;
    const crawl = await world.crawl(`${server.url}/`, {
      onVisit: () => {
        if (++recorded !== 12 && recorded !== 25) return;
        for (const pid of ownBrowsers()) {
          process.kill(-pid, "SIGKILL");
          killed++;
        }
      },
    });
    expect(killed).toBe(2);
    expect(crawl.account).toMatchObject({ state: "finished", pages: { new: PAGES + 1, failed: 0 }, notChecked: [] });
    for (let at = 0; at < PAGES; at++) expect(crawl.texts[`/page/${at}`]).toEqual([`Built ${at}.`]);
    expect(crawl.faults).toEqual([]);
  });
});

describe("a crawl of a site that goes down", () => {
  it("ends early, and keeps what was known of the pages that it did not see", async () => {
    const first = await world.crawl(`${server.url}/`, { plan: { browser: "never" } });
    first.memory.startNextCrawl();
    answersLeft = 5;
    const down = await world.crawl(`${server.url}/`, { memory: first.memory, plan: { browser: "never" } });
    expect(down.account).toMatchObject({ state: "failed", failure: { code: "site-down" } });
    const done = Object.values(down.account.pages).reduce((sum, count) => sum + count, 0);
    expect(down.account.notChecked.find(({ code }) => code === "site-down")?.count).toBe(PAGES + 1 - done);
    expect(down.memory.pages().filter(({ known }) => known.snapshot)).toHaveLength(PAGES + 1);
  });
});
