import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOSTILE_PATHS } from "#test/support/growth/hostile-paths.ts";
import { type HostileServer, startHostileServer } from "#test/support/servers/hostile-server.ts";
import { openRealWorld, type RealCrawl, type RealWorld } from "./hostile-crawl.ts";
import { HOSTILE_TABS } from "./hostile-tabs.ts";

/** Pages that visitors can read in spite of what their scripts do. */
const READABLE = `debugger crash-address file-address closes-itself leaves-late download service-worker
  asks-for-password throws replaces-builtins`.split(/\s+/);
/** Pages of which their scripts leave nothing. */
const BLANK = ["no-root", "no-body"];
/** Pages that never come to rest, or take more than they may. */
const UNREADABLE = ["endless-loop", "endless-promises", "memory-hog", "reloads", "hops", "waits-for-nobody"];
/** Pages that take so much of the machine that it depends on the machine whether they are read. */
const EITHER = [
  "windows",
  "dialogs",
  "prints",
  "growing",
  "history-flood",
  "busy-workers",
  "downloads-all",
  "blob-downloads",
  "never-loaded",
  "deep",
];

/** Pages between the hostile ones; every second one is built by its script. */
const GOOD_PAGES = 20;
const GOOD_PAGES_BESIDE_HOGS = 4;

let world: RealWorld;
let server: HostileServer;
let crawl: RealCrawl;
let hogs: RealCrawl;

/**
 * Two sites, each crawled once: one with every hostile thing that spares the machine, and one with the pages that take a whole core. These are read one
 * at a time, so that the good pages among them do not depend on how busy the machine is.
 */
beforeAll(async () => {
  [world, server] = await Promise.all([openRealWorld(), startHostileServer()]);
  addPages();
  crawl = await world.crawl(`${server.url}/`, { plan: { maxConcurrency: 3, exclude: ["/hogs"] }, renderTimeoutMs: 15_000 });
  hogs = await world.crawl(`${server.url}/hogs/`, {
    plan: { maxConcurrency: 1, include: ["/hogs"], timeBudgetMs: 400_000 },
    renderTimeoutMs: 4_000,
  });
}, 600_000);

afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await server.close();
});

function addPages(): void {
  const bad = [...Object.keys(HOSTILE_PATHS).map(encodeURI), ...[...READABLE, ...BLANK].map((name) => `/${name}/`)];
  addSite("/", bad, GOOD_PAGES);
  addSite(
    "/hogs/",
    [...UNREADABLE, ...EITHER].map((name) => `/hogs/${name}/`),
    GOOD_PAGES_BESIDE_HOGS,
  );
  for (const name of [...READABLE, ...BLANK]) addTab(`/${name}/`, name);
  for (const name of [...UNREADABLE, ...EITHER]) addTab(`/hogs/${name}/`, name);
  // Our pause after these, 5 s unless they say how long, is tested elsewhere.
  for (const status of [429, 503])
    server.on(`/${status}`, (_, response) => response.writeHead(status, { "retry-after": "0" }).end());
  server.on("/auth", (_, response) => response.writeHead(401, { "www-authenticate": 'Basic realm="Staff"' }).end());
  server.on("/download", (_, response) =>
    response.writeHead(200, { "content-type": "application/zip", "content-disposition": "attachment" }).end("x"),
  );
}

/** A front page that links to the bad pages with good ones between them. */
function addSite(root: string, bad: string[], count: number): void {
  const good = Array.from({ length: count }, (_, at) => `${root}good/${at}`);
  const every = Math.ceil(bad.length / good.length);
  const links = good.flatMap((path, at) => [...bad.slice(at * every, (at + 1) * every), path]);
  addHtml(root, `<title>Home</title>${links.map((path) => `<a href="${path}">${path}</a>`).join(" ")}`);
  for (const [at, path] of good.entries()) addHtml(path, at % 2 === 0 ? `<p>Text ${at}.` : builtByScript(`Text ${at}.`));
}

function addTab(path: string, name: string): void {
  addHtml(path, `<!doctype html><body><p>Before.</p><script>${HOSTILE_TABS[name]}</script><p>After.</p></body>`);
}

function addHtml(path: string, body: string): void {
  server.on(path, (_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(body));
}

function builtByScript(text: string): string {
  return `<body><p>Loading…</p><script>document.body.innerHTML = "<p>${text}</p>";</script></body>`;
}

const OVER_HTTP: Record<string, string[]> = {
  new: [
    "/good",
    "/gzip",
    "/brotli",
    "/gzip-twice",
    "/encoding-nonsense",
    "/untyped",
    "/cookie-wall",
    "/validators",
    "/to-nowhere",
    "/wrong-content-length",
    "/no-last-chunk",
    "/never-closed",
  ],
  "failed timeout": ["/huge", "/silent", "/slow-headers", "/slow-drip"],
  "failed too-large": ["/endless", "/gzip-bomb"],
  "failed truncated": ["/short-content-length", "/cut-chunked", "/reset"],
  "failed bad-encoding": ["/gzip-six-times", "/gzip-broken", "/gzip-not", "/brotli-broken", "/bzip2"],
  "failed connection": ["/reset-at-once", "/close-at-once", "/huge-headers"],
  "failed redirect-loop": ["/loop", "/loop-back", "/self"],
  "failed private-address": ["/to-private"],
  "failed forbidden": ["/401", "/403", "/challenge", "/auth"],
  "failed rate-limited": ["/429"],
  "failed http-error": ["/500", "/502", "/503", "/999", "/to-file", "/to-javascript", "/to-invalid", "/always-304"],
  "failed no-text": ["/empty", "/gzip-cut"],
  "skipped not-html": ["/image", "/endless-image", "/untyped-text", "/no-content"],
  "skipped duplicate": ["/moved", "/chain"],
  "gone not-found": ["/410", "/slow-drip-404"],
};

describe("a site of hostile pages", () => {
  it("is crawled to its end, in a time that its pages do not choose", () => {
    for (const { account, faults } of [crawl, hogs]) {
      expect(account.state).toBe("finished");
      expect(faults).toEqual([]);
    }
    expect(crawl.ms).toBeLessThan(150_000);
  });

  it("is read right wherever it is good", () => {
    for (let at = 0; at < GOOD_PAGES; at++) expect(crawl.texts[`/good/${at}`]).toEqual([`Text ${at}.`]);
    for (let at = 0; at < GOOD_PAGES_BESIDE_HOGS; at++) expect(hogs.texts[`/hogs/good/${at}`]).toEqual([`Text ${at}.`]);
  });

  it("shows every page that a script makes hostile", () => {
    expect([...READABLE, ...BLANK, ...UNREADABLE, ...EITHER].sort()).toEqual(Object.keys(HOSTILE_TABS).sort());
  });

  it.each(Object.entries(OVER_HTTP))("has pages that are over HTTP: %s", (outcome, paths) => {
    expect(Object.fromEntries(paths.map((path) => [path, crawl.outcomes[path]]))).toEqual(
      Object.fromEntries(paths.map((path) => [path, outcome])),
    );
  });

  it.each(READABLE)("has a page that is read as visitors see it: %s", (name) => {
    expect(crawl.outcomes[`/${name}/`]).toBe("new");
    expect(crawl.texts[`/${name}/`]).toContain("Before.");
  });

  it.each(BLANK)("has a page that shows nothing, which is not checked: %s", (name) => {
    expect(crawl.outcomes[`/${name}/`]).toBe("failed no-text");
  });

  it.each(UNREADABLE)("has a page that fails in the browser, and of which no half is taken: %s", (name) => {
    expect(hogs.outcomes[`/hogs/${name}/`]).toMatch(/^failed browser-(?:timeout|crash)$/);
    expect(hogs.texts[`/hogs/${name}/`]).toEqual([]);
  });

  it.each(EITHER)("has a page that is read whole or not at all: %s", (name) => {
    const isRead = hogs.outcomes[`/hogs/${name}/`] === "new";
    if (!isRead)
      expect(hogs.outcomes[`/hogs/${name}/`]).toMatch(/^failed (?:timeout|browser-timeout|browser-crash|too-large)$/);
    expect(hogs.texts[`/hogs/${name}/`]?.includes("Before.")).toBe(isRead);
  });

  it("is accounted for, page by page", () => {
    const { pages, notChecked } = crawl.account;
    const outcomes = Object.values(crawl.outcomes);
    const count = (start: string) => outcomes.filter((outcome) => outcome.startsWith(start)).length;
    expect(pages).toEqual({
      new: count("new"),
      changed: 0,
      unchanged: 0,
      gone: count("gone"),
      failed: count("failed"),
      skipped: count("skipped"),
    });
    expect(Object.fromEntries(notChecked.map((left) => [left.code, left.count]))).toEqual({
      "not-html": count("skipped not-html"),
      "too-large": count("failed too-large"),
      "no-text": count("failed no-text"),
      failed: count("failed") - count("failed too-large") - count("failed no-text"),
    });
  });

  it("leaves a browser behind that reads the next site at once", async () => {
    server.on("/next", (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(builtByScript("Next.")));
    const next = await world.crawl(`${server.url}/next`, { plan: { include: ["/next"] } });
    expect(next.texts["/next"]).toEqual(["Next."]);
  });
});
