import { readdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { pino } from "pino";
import { requireBrowser } from "#test/support/require-browser.ts";
import { type SiteServer, serveSite } from "#test/support/servers/site-server.ts";
import { wordsUnderMarks } from "#test/worker/browser/words-under-marks.ts";
import { type OpenBrowser, openBrowser } from "#worker/browser/open-browser.ts";
import { openTab } from "#worker/browser/open-tab.ts";
import { DRAWN_WINDOW, drawPage } from "#worker/browser/pictures/draw-page.ts";
import { CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";
import { toWantedMark } from "#worker/core/page/locate/to-wanted-mark.ts";
import type { WantedMark } from "#worker/core/page/locate/wanted-mark.ts";
import { crawlSite } from "#worker/crawl/crawl-site.ts";
import { createInProcessMemory } from "#worker/crawl/in-process-memory.ts";
import { makePorts } from "#worker/crawl/make-ports.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";
import { createCheckPool } from "#worker/threads/check/check-pool.ts";

/**
 * Measures pictures of pages on a folder of HTML: `node test/bench/crawl/pictures.ts <folder> [--pages 40] [--crawled 150] [--rounds 3]`. Without
 * rounds, only the marks are measured.
 * a) For words all over the pages, the share that is marked, and the share of marks under which the browser finds just that word.
 * b) The time of a picture, and of a crawl while pages are drawn in the same process, compared with one alone.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: "string", default: "40" },
    crawled: { type: "string", default: "150" },
    rounds: { type: "string", default: "3" },
  },
});
const folder = positionals[0] ?? "test/site";
const WORDS_PER_PAGE = 40;
const say = (line: string) => void process.stdout.write(`${line}\n`);
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const log = pino({ level: "silent" });
const limits = { timeoutMs: 120_000, maxBytes: 40_000_000, maxPicture: 1_500_000 };

const site = await serveSite(folder);
const browser = await openBrowser({
  executablePath: await requireBrowser(),
  allowedPrivateHosts: ["127.0.0.1"],
  log,
  purpose: "draw",
});
const paths = await pathsIn(folder, Number(values.pages));
const totals = { wanted: 0, marked: 0, right: 0, ms: [] as number[], bytes: [] as number[], undrawn: 0 };
for (const path of paths) await measurePage(`${site.url}/${path}`);
say(`${paths.length} pages of ${folder}, ${totals.undrawn} not drawn`);
say(`marked: ${totals.marked} of ${totals.wanted} words (${percent(totals.marked, totals.wanted)})`);
say(`the right word under the mark: ${totals.right} of ${totals.marked} (${percent(totals.right, totals.marked)})`);
say(`a picture: ${Math.round(median(totals.ms))} ms, ${Math.round(median(totals.bytes) / 1000)} kB (medians)`);
for (let round = 1; round <= Number(values.rounds); round += 1) await compareCrawls(round);
await browser.close();
await site.close();

/** Returns the paths of HTML files, spread over the folder. */
async function pathsIn(root: string, most: number): Promise<string[]> {
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith(".html")).sort();
  const step = Math.max(1, files.length / most);
  return Array.from({ length: Math.min(most, files.length) }, (_, index) => files[Math.floor(index * step)] ?? "");
}

/** Wants words spread over all texts that the page shows. */
async function wantedOn(url: string): Promise<WantedMark[]> {
  const { blocks } = extractPage(await (await fetch(url)).text(), { url });
  const all = blocks.flatMap(({ kind, text, selector }, index) =>
    [...text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)].flatMap((match) => {
      const [start, end] = [match.index, match.index + match[0].length];
      const mark = toWantedMark({
        id: `${index}:${start}:${match[0]}`,
        selector,
        block: { kind, text, start, end },
        target: "",
      });
      return mark && "text" in mark && kind !== "option" ? [mark] : [];
    }),
  );
  const step = Math.max(1, all.length / WORDS_PER_PAGE);
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

async function measurePage(url: string): Promise<void> {
  const marks = await wantedOn(url);
  if (marks.length === 0) return;
  const { drawn, under, ms } = await drawInTab(browser, url, marks);
  totals.wanted += marks.length;
  if ("code" in drawn) {
    totals.undrawn += 1;
    return say(`  ${url}: ${drawn.message}`);
  }
  const words = new Map([...under].map(([id, text]) => [id, text.includes(id.slice(id.lastIndexOf(":") + 1))]));
  const missing = marks.filter(({ id }) => !words.has(id)).map(({ id, selector }) => `${id} in ${selector}`);
  const wrong = [...words].filter(([, isRight]) => !isRight).map(([id]) => `${id} over “${under.get(id)}”`);
  if (missing.length + wrong.length > 0)
    say(`  ${new URL(url).pathname} missing: ${missing.slice(0, 3).join(", ")}; wrong: ${wrong.slice(0, 3).join(", ")}`);
  totals.marked += drawn.marks.length;
  totals.right += [...words.values()].filter(Boolean).length;
  totals.ms.push(ms);
  totals.bytes.push(drawn.picture.length);
}

async function drawInTab(drawer: OpenBrowser, url: string, marks: readonly WantedMark[]) {
  const context = await drawer.newContext({ viewport: DRAWN_WINDOW, reducedMotion: "reduce" });
  const tab = await openTab(context, "real", "draw");
  const startedAt = performance.now();
  const drawn = await drawPage(tab, url, { ...limits, marks, signal: new AbortController().signal });
  const ms = performance.now() - startedAt;
  const under = "code" in drawn ? new Map<string, string>() : await wordsUnderMarks(tab.page, drawn.marks);
  await context.close();
  return { drawn, under, ms };
}

/** Crawls alone and beside the drawing of pages, in turns. */
async function compareCrawls(round: number): Promise<void> {
  const alone = await crawl(site);
  const stop = new AbortController();
  const drawing = drawOn(stop.signal);
  const beside = await crawl(site);
  stop.abort();
  const pictures = await drawing;
  const share = (beside.ms / alone.ms - 1) * 100;
  say(
    `round ${round}: ${alone.pages} pages crawled in ${Math.round(alone.ms)} ms; beside ${pictures} pictures in ${Math.round(beside.ms)} ms (${share.toFixed(0)} % more)`,
  );
}

/** Draws page after page until stopped. Returns the number of pictures. */
async function drawOn(stop: AbortSignal): Promise<number> {
  for (let count = 0; ; count += 1) {
    if (stop.aborted) return count;
    const url = `${site.url}/${paths[count % paths.length]}`;
    await drawInTab(browser, url, (await wantedOn(url)).slice(0, 5));
  }
}

async function crawl({ url }: SiteServer): Promise<{ pages: number; ms: number }> {
  const client = createHttpClient({ userAgent: "FlawlessBot bench", allowedPrivateHosts: ["127.0.0.1"] });
  const checks = createCheckPool({ threads: 1 });
  const memory = createInProcessMemory();
  const plan = {
    crawlId: "bench",
    startUrl: `${url}/${paths[0]}`,
    include: [],
    exclude: [],
    ignoredLinks: [],
    pageLimit: Number(values.crawled),
    language: "auto" as const,
    only: CHECK_IDS,
    browser: "never" as const,
    maxConcurrency: 4,
    timeBudgetMs: 600_000,
    retryDelayMs: 0,
    renderProofs: {},
  };
  const tools = { client, browser: null, checks, answers: createAnswerCache() };
  const { ports, close } = makePorts(tools, {
    plan,
    memory,
    onProgress: () => undefined,
    onFault: (error) => say(String(error)),
  });
  const startedAt = performance.now();
  const { pages } = await crawlSite(plan, ports, new AbortController().signal);
  const ms = performance.now() - startedAt;
  await close();
  await Promise.all([checks.close(), client.close()]);
  return { pages: Object.values(pages).reduce((sum, count) => sum + count, 0), ms };
}
