import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { pino } from "pino";
import { serveWithNginx } from "#test/bench/sites/serve-with-nginx.ts";
import { makeTemplateSite } from "#test/bench/sites/template-site.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { PAGE_KINDS, servePageKinds } from "#test/worker/browser/page-kinds.ts";
import { startSiteServer } from "#test/worker/browser/site-server.ts";
import { openBrowser } from "#worker/browser/open-browser.ts";
import { openTab, type TabTime } from "#worker/browser/open-tab.ts";
import { renderPage } from "#worker/browser/render-page.ts";
import { openSiteContext } from "#worker/browser/site-context.ts";
import { extractPage } from "#worker/core/page/extract/extract-page.ts";

/**
 * Measures how pages settle. `node test/bench/crawl/settling.ts [--loads 20] [--pages 100] [--rounds 3] [--tabs 8]`.
 * a) Loads every kind of page so many times with all cores busy: each load must give the same texts and links, or the exit code is 1.
 * b) Renders a site of one template, by virtual time and by waiting for quiet, in turn: pages per second, and how many pages are complete.
 */
const { values } = parseArgs({
  options: {
    loads: { type: "string", default: "20" },
    pages: { type: "string", default: "100" },
    rounds: { type: "string", default: "3" },
    tabs: { type: "string", default: "8" },
  },
});
const [loads, pages, rounds, tabs] = [values.loads, values.pages, values.rounds, values.tabs].map(Number);
if (!loads || !pages || !rounds || !tabs) throw new Error("--loads, --pages, --rounds and --tabs are numbers above zero.");
const say = (line: string) => void process.stdout.write(`${line}\n`);
const log = pino({ level: "silent" });
const browser = await openBrowser({ executablePath: await requireBrowser(), allowedPrivateHosts: ["127.0.0.1"], log });
const bounds = { timeoutMs: 20_000, maxBytes: 5_000_000 };

/** Returns all texts and links of a rendered page in one text, or its failure. */
function contentOf(result: Awaited<ReturnType<typeof renderPage>>): string {
  if ("misbehaves" in result) return "misbehaves";
  if ("code" in result) return result.code;
  const { blocks, links } = extractPage(result.html, { url: result.finalUrl });
  return [...blocks.map(({ kind, text }) => `${kind} ${text}`), ...links.map(({ url }) => url)].join("\n");
}

/** Does each of the jobs, so many at a time. */
async function inTabs<T>(jobs: readonly T[], run: (job: T, tab: number) => Promise<void>): Promise<void> {
  const left = [...jobs];
  const work = async (tab: number) => {
    for (let job = left.shift(); job !== undefined; job = left.shift()) await run(job, tab);
  };
  await Promise.all(Array.from({ length: tabs ?? 1 }, (_, tab) => work(tab)));
}

async function compareLoads(): Promise<boolean> {
  const site = await startSiteServer();
  servePageKinds(site, 40);
  const context = openSiteContext({ browser });
  const spinning = Array.from({ length: availableParallelism() }, () => new Worker("for (;;);", { eval: true }));
  const names = Object.keys(PAGE_KINDS);
  const right = new Map<string, number>();
  const ms: number[] = [];
  await inTabs(Array.from({ length: loads ?? 1 }, () => names).flat(), async (name) => {
    const result = await context.render(`${site.url}/${name}/`, bounds);
    if ("ms" in result) ms.push(result.ms);
    const texts =
      "html" in result ? extractPage(result.html, { url: result.finalUrl }).blocks.filter(({ kind }) => kind !== "title") : [];
    if (texts.map(({ text }) => text).join("\n") === PAGE_KINDS[name]?.texts.join("\n"))
      right.set(name, (right.get(name) ?? 0) + 1);
  });
  await Promise.all(spinning.map((worker) => worker.terminate()));
  await context.close();
  await site.close();
  const wrong = names.filter((name) => right.get(name) !== loads);
  say(
    `a) ${names.length} kinds of pages, ${loads} loads each, all cores busy: ${names.length - wrong.length} kinds complete in all loads; median ${ms.sort((a, b) => a - b)[ms.length >> 1]} ms a page.`,
  );
  for (const name of wrong) say(`   ${name}: ${right.get(name) ?? 0} of ${loads}`);
  return wrong.length === 0;
}

type Rendered = { seconds: number; contents: string[] };

async function renderAll(urls: readonly string[], time: TabTime): Promise<Rendered> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1600 }, serviceWorkers: "block" });
  const open = await Promise.all(Array.from({ length: tabs ?? 1 }, () => openTab(context, time)));
  const contents: string[] = [];
  const startedAt = performance.now();
  await inTabs(urls, async (url, tab) => {
    const used = open[tab];
    if (used) contents[urls.indexOf(url)] = contentOf(await renderPage(Promise.resolve(used), url, bounds));
  });
  const seconds = (performance.now() - startedAt) / 1000;
  await context.close();
  return { seconds, contents };
}

async function compareWays(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), "flawless-bench-settling-"));
  await makeTemplateSite(folder, pages ?? 1);
  const server = await serveWithNginx(folder);
  const urls = Array.from({ length: pages ?? 1 }, (_, at) => `${server.url}/${at === 0 ? "index" : at}.html`);
  const ways: Record<TabTime, Rendered[]> = { virtual: [], real: [] };
  for (let round = 0; round < (rounds ?? 1); round += 1)
    for (const time of ["virtual", "real"] as const) ways[time].push(await renderAll(urls, time));
  const first = ways.virtual[0]?.contents ?? [];
  const perSecond = (runs: Rendered[]) =>
    urls.length / (runs.map(({ seconds }) => seconds).sort((a, b) => a - b)[runs.length >> 1] ?? 1);
  const sameAs = (runs: Rendered[]) =>
    runs.map(({ contents }) => contents.filter((content, at) => content === first[at]).length).join(", ");
  say(
    `b) ${urls.length} pages of a template, ${tabs} tabs: virtual time ${perSecond(ways.virtual).toFixed(1)} pages/s, waiting ${perSecond(ways.real).toFixed(1)} pages/s.`,
  );
  say(`   Pages equal to those of the first round: virtual time ${sameAs(ways.virtual)}; waiting ${sameAs(ways.real)}.`);
  await server.close();
  await rm(folder, { recursive: true, force: true });
  return ways.virtual.every(({ contents }) =>
    contents.every((content, at) => content === first[at] && content.includes("4th note")),
  );
}

const results = [await compareLoads(), await compareWays()];
await browser.close();
process.exitCode = results.every(Boolean) ? 0 : 1;
