import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { requestPageCheck } from "#prisma/queries/crawls/request-page-check.ts";
import { findPageIssues } from "#prisma/queries/pages/find-page-issues.ts";
import { createQueue } from "#prisma/queue.ts";
import { startNode } from "#test/support/child-process.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { serveSite } from "#test/support/servers/site-server.ts";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { buildWorker } from "#worker/launch/prepare/build-worker.ts";

/**
 * Measures the time from pressing "Check this page now" to the updated list: `node test/bench/crawl/page-check.ts [--runs 24] [--pages 200]
 * [--links 30]`. A real worker, PostgreSQL, all checks, a site of so many pages with so many links each. In each run the page has another
 * mistake than before, and the time ends when the list has this one and not the last. Exit code 1 if a list is wrong.
 */
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "24" },
    pages: { type: "string", default: "200" },
    links: { type: "string", default: "30" },
  },
});
const [runs, pages, links] = [values.runs, values.pages, values.links].map(Number);
if (!runs || !pages || !links) throw new Error("--runs, --pages and --links are numbers above zero.");
const MISTAKES = ["recieve", "untill", "definately", "occured"];
const POLL_MS = 25;
const say = (line: string) => void process.stdout.write(`${line}\n`);

function pageOf(at: number, mistake: string): string {
  const anchors = Array.from(
    { length: links ?? 0 },
    (_, step) => `<li><a href="/p${(at + step + 1) % (pages ?? 1)}.html">Part ${step + 1} of the list</a></li>`,
  );
  return `<!doctype html><html lang="en"><title>Page ${at}</title><h1>Page ${at} of the handbook</h1><p>On page ${at} you ${mistake} the answer to question ${at}.</p><ul>${anchors.join("")}</ul></html>`;
}

const folder = await mkdtemp(join(tmpdir(), "page-check-"));
for (let at = 0; at < pages; at++)
  await writeFile(join(folder, at === 0 ? "index.html" : `p${at}.html`), pageOf(at, "receive"));
await writeFile(join(folder, "p0.html"), pageOf(0, "receive"));
const site = await serveSite(folder);
const postgres = await startThrowawayPostgres();
await migrate(postgres.url);
const db = createDatabase(postgres.url);
const queue = await createQueue(postgres.url, () => undefined);
const built = await mkdtemp(join(import.meta.dirname, "..", "..", "..", "node_modules", "page-check-"));
await buildWorker(built);
const worker = startNode(join(built, "worker.mjs"), [], {
  DATABASE_URL: postgres.url,
  APP_URL: "http://127.0.0.1:9",
  AUTH_SECRET: randomUUID(),
  ALLOWED_PRIVATE_HOSTS: new URL(site.url).host,
  CHROMIUM_PATH: await requireBrowser(),
});
let isRight = true;
try {
  await worker.printed(/worker ready/);
  const owner = await addTestSite(db, { startUrl: `${site.url}/` });
  await db.team.update({ where: { id: owner.teamId }, data: { plan: "agency" } });
  const until = async (crawlId: string) => {
    for (;;) {
      const { state } = await db.crawl.findUniqueOrThrow({ where: { id: crawlId }, select: { state: true } });
      if (state !== "queued" && state !== "running") return state;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  };
  const first = await until((await requestCrawl({ db, queue, now: new Date() }, owner)).crawlId);
  const page = await db.page.findFirstOrThrow({ where: { siteId: owner.siteId, url: { endsWith: "/p7.html" } } });
  say(`A first crawl of ${await db.page.count()} pages: ${first}.`);
  const ms: number[] = [];
  for (let run = 0; run < runs; run++) {
    const mistake = MISTAKES[run % MISTAKES.length] ?? "";
    await writeFile(join(folder, "p7.html"), pageOf(7, mistake));
    const startedAt = performance.now();
    const dependencies = { db, queue, allowedPrivateHosts: [new URL(site.url).host], now: new Date() };
    const state = await until((await requestPageCheck(dependencies, { ...owner, pageId: page.id })).crawlId);
    const issues = await findPageIssues(db, { ...owner, pageId: page.id });
    ms.push(performance.now() - startedAt);
    const texts = issues.map(({ text }) => text).filter((text) => MISTAKES.includes(text));
    if (state === "finished" && texts.join() === mistake) continue;
    isRight = false;
    say(`Run ${run + 1}: ${state}, the list has ${texts.join(", ") || "nothing"} instead of ${mistake}.`);
  }
  const sorted = ms.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  say(`${runs} page checks with ${links} links: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms.`);
} finally {
  await worker.stop();
  await queue.stop({ graceful: false });
  await db.$disconnect();
  await postgres.stop();
  await site.close();
  for (const path of [folder, built]) await rm(path, { recursive: true, force: true });
}
process.exitCode = isRight ? 0 : 1;
