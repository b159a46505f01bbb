import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HostileServer, startHostileServer } from "#test/support/servers/hostile-server.ts";
import type { CrawlPlan } from "#worker/crawl/crawl-plan.ts";
import { crawlSite } from "#worker/crawl/crawl-site.ts";
import { createInProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { makePorts } from "#worker/crawl/make-ports.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";
import { createPageReader } from "#worker/threads/read/page-reader.ts";

/** The length of the part of a page that is searched for an anchor. */
const LONG = 2_000_000;
const MARKS = ["<h1", "<title ", '<h1 a="', "<script ", "<script speculationrules ", "</h1"];
const SHEET_MARKS = ["@namespace ", '\\"', "url("];
/** The longest that the worker may be deaf, on a machine that does much else. Quadratic work on 2 MB takes minutes. */
const MOST_DEAF_MS = 2_500;
const GOOD_PAGES = ["/rye", "/spelt"];

let server: HostileServer;

beforeAll(async () => {
  server = await startHostileServer();
  const answer = (path: string, type: string, body: string) =>
    server.on(path, (_, response) => response.writeHead(200, { "content-type": type }).end(body));
  const long = (mark: string) => mark.repeat(Math.floor(LONG / mark.length));
  const targets = MARKS.map((_, index) => `<a href="/marks/${index}.html#place">${index}</a>`).join(" ");
  const sheets = SHEET_MARKS.map((_, index) => `<link rel=stylesheet href="/marks/${index}.css">`).join("");
  const good = GOOD_PAGES.map((path) => `<a href="${path}">${path}</a>`).join(" ");
  answer("/", "text/html", `<title>Bakery</title>${sheets}<p>${targets} ${good} <a href="/gone">Gone</a></p>`);
  for (const path of GOOD_PAGES) answer(path, "text/html", `<title>${path}</title><p>Bread.`);
  for (const [index, mark] of MARKS.entries()) answer(`/marks/${index}.html`, "text/html", long(mark));
  for (const [index, mark] of SHEET_MARKS.entries())
    answer(`/marks/${index}.css`, "text/css", `p { background: url(x) }${long(mark)}`);
});
afterAll(() => server.close());

describe("a crawl of a site that links to files of marks without an end", () => {
  it("ends, checks all the rest, and lets the worker's other work go on meanwhile", { timeout: 240_000 }, async () => {
    const reader = createPageReader();
    const client = createHttpClient({ userAgent: "FlawlessBot", allowedPrivateHosts: ["127.0.0.1"], read: reader.read });
    const plan: CrawlPlan = {
      crawlId: "marks",
      startUrl: `${server.url}/`,
      include: [],
      // The files are asked for as link targets, as those of other sites are.
      exclude: [`${server.url}/marks/*`],
      language: "auto",
      pageLimit: 100,
      only: ["links"],
      browser: "never",
      renderProofs: {},
      maxConcurrency: 4,
      timeBudgetMs: 200_000,
      retryDelayMs: 10,
    };
    const memory = createInProcessMemory();
    const faults: unknown[] = [];
    const checks = { version: "none", checkBlocks: async () => [] };
    const { ports, close } = makePorts(
      { client, browser: null, checks, answers: createAnswerCache() },
      { plan, memory, onProgress: () => undefined, onFault: (error) => faults.push(error) },
    );
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const account = await crawlSite(plan, ports);
    delay.disable();
    await close();
    await Promise.all([client.close(), reader.close()]);
    expect(faults).toEqual([]);
    expect(account).toMatchObject({ state: "finished", pages: { new: 1 + GOOD_PAGES.length } });
    const verdicts = new Map(memory.verdicts().map(({ url, state }) => [url.slice(server.url.length), state]));
    expect(verdicts.get("/gone")).toBe("broken");
    // A page of such marks is empty for a browser, too: it has no such anchor.
    for (const index of MARKS.keys()) expect(verdicts.get(`/marks/${index}.html#place`)).toBe("broken");
    for (const index of SHEET_MARKS.keys()) expect(verdicts.has(`/marks/${index}.css`)).toBe(true);
    expect(delay.max / 1e6).toBeLessThan(MOST_DEAF_MS);
  });
});
