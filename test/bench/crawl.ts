import { parseArgs } from "node:util";
import { pino } from "pino";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { requestCrawl } from "#prisma/queries/request-crawl.ts";
import { createQueue } from "#prisma/queue.ts";
import { addTestSite } from "#test/support/add-test-site.ts";
import { serveSite } from "#test/support/site-server.ts";
import { startThrowawayPostgres } from "#test/support/throwaway-postgres.ts";
import { findBrowser } from "#worker/browser/find-browser.ts";
import { openBrowser } from "#worker/browser/open-browser.ts";
import { createCheckPool } from "#worker/checking/check-pool.ts";
import { createAnswerCache } from "#worker/http/answer-cache.ts";
import { createHttpClient } from "#worker/http/http-client.ts";
import { runCrawl } from "#worker/jobs/run-crawl.ts";

/**
 * What a first Crawl of a folder of HTML costs, and a second one when nothing changed, as the worker does them: database, queue, browser,
 * all checks. `node test/bench/crawl.ts <folder> [--pages 1000]`. Links to other hosts are asked for real; `stages` tells their share.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { pages: { type: "string", default: "1000" } } });
const [folder] = positionals;
if (!folder) throw new Error("Say which folder of HTML to crawl.");

const log = pino({ level: "silent" });
const allowedPrivateHosts = ["127.0.0.1"];
const postgres = await startThrowawayPostgres();
await migrate(postgres.url);
const db = createDatabase(postgres.url);
const queue = await createQueue(postgres.url, () => undefined);
const server = await serveSite(folder);
const executablePath = await findBrowser({ configured: process.env.CHROMIUM_PATH });
const tools = {
  client: createHttpClient({ userAgent: "FlawlessBot benchmark", allowedPrivateHosts }),
  browser: executablePath ? await openBrowser({ executablePath, allowedPrivateHosts, log }) : null,
  checks: createCheckPool(),
  answers: createAnswerCache(),
};
const pageLimit = Number(values.pages);
const site = await addTestSite(db, { startUrl: `${server.url}/`, pageLimit });
await db.team.update({ where: { id: site.teamId }, data: { plan: "agency" } });

/** What the last Crawl's closing log line says. */
let ended: { ms: number; stagesMs: Record<string, number> } = { ms: 0, stagesMs: {} };
const note = (line: string) => {
  const entry: { msg?: string; ms: number; stagesMs: Record<string, number> } = JSON.parse(line);
  if (entry.msg === "crawl ended") ended = entry;
};

const table: Record<string, string | number>[] = [];
for (const crawl of ["first", "second, unchanged"]) {
  server.requests.length = 0;
  const { crawlId } = await requestCrawl({ db, queue, now: new Date() }, site);
  await runCrawl(
    { db, queue, tools, secretKeys: [], log: pino({ level: "info" }, { write: note }) },
    crawlId,
    new AbortController().signal,
  );
  const { pagesDone, pagesChanged, linksChecked } = await db.crawl.findUniqueOrThrow({ where: { id: crawlId } });
  const { ms, stagesMs } = ended;
  const pagesMs = ms - (stagesMs.links ?? 0);
  const perSecond = (duration: number) => Math.round((pagesDone / duration) * 10_000) / 10;
  table.push({
    crawl,
    pages: pagesDone,
    changed: pagesChanged,
    links: linksChecked,
    "requests to the site": server.requests.length,
    seconds: Math.round(ms / 100) / 10,
    "pages/s": perSecond(ms),
    "pages/s without links": perSecond(pagesMs),
    stages: JSON.stringify(stagesMs),
  });
}
for (const row of table) process.stdout.write(`${JSON.stringify(row, null, 1)}\n`);
const [first, second] = table;
process.stdout.write(
  `second / first, pages per second: ${(Number(second?.["pages/s"]) / Number(first?.["pages/s"])).toFixed(1)}\n`,
);

await Promise.all([tools.browser?.close(), tools.checks.close(), tools.client.close(), queue.stop({ graceful: false })]);
await db.$disconnect();
await server.close();
await postgres.stop();
