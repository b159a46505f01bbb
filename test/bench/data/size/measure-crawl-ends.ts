import { performance } from "node:perf_hooks";
import { createDatabase, type Database } from "#prisma/client.ts";
import type { EmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import type { Claim } from "#prisma/queries/crawls/claim-crawl.ts";
import { type CrawlEnd, recordCrawl } from "#prisma/queries/crawls/recording/record-crawl.ts";
import { recordPageCheck } from "#prisma/queries/crawls/recording/record-page-check.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { processMs, watchPostgres } from "#test/bench/load/processor-times.ts";
import { runSql } from "#test/support/servers/postgres-server.ts";
import { needsNextCrawl } from "#worker/core/checks/links/needs-next-crawl.ts";
import { explainSlow } from "./explain-slow.ts";
import { DEEP_SITES, type DeepSite } from "./fill-deep-team.ts";
import { FLEET_NOW } from "./fleet-shape.ts";
import { readStatementTimes, resetStatementTimes } from "./statement-times.ts";

type Options = { server: EmbeddedPostgres; print(line: string): void; plan(text: string): Promise<void> };

const END: CrawlEnd = { notChecked: [], renderProofs: {}, learnedTraps: [], linksFound: 0, linksChecked: 0, needsNextCrawl };
const SLOW_MS = 100;
const SHOWN = 4;
const SHOWN_SQL = 110;

/**
 * Measures the end of Crawls of Sites of four sizes: the first one, one that changed nothing, one after which a fiftieth of the pages say
 * something else, with its digest, and the check of one page. A second run on the same database leaves the first one out.
 */
export async function measureCrawlEnds({ server, print, plan }: Options): Promise<void> {
  const queue = await createQueue(server.url, (error) => print(error.message));
  const watcher = createDatabase(server.url, 1);
  const readPostgres = await watchPostgres(watcher);
  try {
    print("| end of a crawl | ms | statements, ms | processor here, ms | in PostgreSQL, ms | events | slowest statements |");
    print("| --- | --- | --- | --- | --- | --- | --- |");
    for (const site of DEEP_SITES) {
      const firsts = await runSql(
        server.adminUrl,
        `SELECT 1 FROM "Crawl" WHERE "id" = '${site.id}-first' AND "state" = 'running'`,
      );
      if (firsts.length > 0) await measure(site, "first", { crawlId: `${site.id}-first`, siteId: site.id, attempt: 1 });
      for (const [kind, change] of [
        ["unchanged", ""],
        ["2 % changed", changeSql(site)],
      ] as const) {
        const crawlId = await startCrawl(server.adminUrl, site, kind);
        if (change !== "") await runSql(server.adminUrl, change.replaceAll("$crawl", crawlId));
        await measure(site, kind, { crawlId, siteId: site.id, attempt: 1 });
      }
      const crawlId = await startCrawl(server.adminUrl, site, "page");
      await measure(site, "page check", { crawlId, siteId: site.id, attempt: 1 });
    }
  } finally {
    await queue.stop({ graceful: false });
    await watcher.$disconnect();
  }

  async function measure({ id }: DeepSite, kind: string, claim: Claim): Promise<void> {
    const work = (db: Database) => record(db, queue, kind, claim);
    await resetStatementTimes(server.adminUrl);
    const events = (await runSql(server.adminUrl, `SELECT 1 FROM "IssueEvent" WHERE "siteId" = '${id}'`)).length;
    const began = performance.now();
    const before = { own: await processMs(process.pid), postgres: await readPostgres() };
    const text = await explainSlow(server, SLOW_MS, work);
    const ms = performance.now() - began;
    const [own, postgres] = [(await processMs(process.pid)) - before.own, (await readPostgres()) - before.postgres];
    const after = (await runSql(server.adminUrl, `SELECT 1 FROM "IssueEvent" WHERE "siteId" = '${id}'`)).length;
    const statements = await readStatementTimes(server.adminUrl);
    const sum = statements.reduce((all, { totalMs }) => all + totalMs, 0);
    const slowest = statements
      .toSorted((a, b) => b.totalMs - a.totalMs)
      .slice(0, SHOWN)
      .map(({ totalMs, calls, sql }) => `${totalMs.toFixed(0)} ms (${calls}): ${sql.replaceAll("|", "/").slice(0, SHOWN_SQL)}`);
    print(
      `| ${id}, ${kind} | ${ms.toFixed(0)} | ${sum.toFixed(0)} | ${own} | ${postgres} | ${after - events} | ${slowest.join("; ")} |`,
    );
    await plan(`\n=== crawl's end, ${id}, ${kind}\n${text}`);
  }
}

async function record(db: Database, queue: Queue, kind: string, claim: Claim): Promise<void> {
  const dependencies = { db, queue, now: FLEET_NOW };
  const ended = await (kind === "page check"
    ? recordPageCheck(dependencies, claim, END)
    : recordCrawl(dependencies, claim, END));
  if (!ended) throw new Error("The crawl could not be recorded.");
}

/** Starts a Crawl that has visited all pages, or one of them, and returns its id. */
async function startCrawl(adminUrl: string, { id }: DeepSite, kind: string): Promise<string> {
  const crawls = await runSql(adminUrl, `SELECT 1 FROM "Crawl" WHERE "siteId" = '${id}'`);
  const crawlId = `${id}-${crawls.length}`;
  const isPage = kind === "page";
  await runSql(
    adminUrl,
    `UPDATE "Crawl" SET "state" = 'cancelled', "finishedAt" = now() WHERE "siteId" = '${id}' AND "state" = 'running';
    INSERT INTO "Crawl" ("id", "siteId", "reason", "state", "queuedAt", "startedAt", "attempts", "onlyUrls")
      VALUES ('${crawlId}', '${id}', '${isPage ? "page" : "scheduled"}', 'running', now(), now(), 1, ${isPage ? `(SELECT array_agg("url") FROM "Page" WHERE "id" = '${id}-page-7')` : "'{}'"});
    INSERT INTO "CrawlPage" ("crawlId", "url", "depth", "source", "done", "outcome", "status", "rendered", "ms")
      SELECT '${crawlId}', "url", "depth", 'known', true, 'unchanged', 200, 'http', 50 FROM "Page" WHERE "siteId" = '${id}' ${isPage ? `AND "id" = '${id}-page-7'` : ""}`,
  );
  return crawlId;
}

/** SQL by which every fiftieth page has a new Block with a mistake instead of its own one, and a Snapshot that says so. */
function changeSql({ id }: DeepSite): string {
  const changed = `"siteId" = '${id}' AND substring("id" FROM '[0-9]+$')::integer % 50 = 3`;
  return `
    INSERT INTO "Block" ("siteId", "hash", "kind", "lang", "text", "firstCrawlId", "checksVersion", "language", "findings")
      SELECT '${id}', md5('$crawl' || "id"), 'paragraph', 'en', 'Then comes ' || word || ' in a sentence.', '$crawl', 'checks-1', 'en-US', jsonb_build_array(jsonb_build_object(
        'check', 'spelling', 'rule', 'spelling/unknown-word', 'severity', 'error', 'confidence', 0.9, 'message', 'Not a word.', 'text', word, 'suggestions', '[]'::jsonb,
        'excerpt', 'Then comes ' || word || ' in a sentence.', 'subject', word, 'range', jsonb_build_object('start', 11, 'end', 20)))
      FROM "Page", LATERAL (SELECT translate(left(md5('$crawl' || "id"), 9), '0123456789', 'ghijklmnop') AS word) AS made WHERE ${changed};
    INSERT INTO "Snapshot" ("id", "pageId", "crawlId", "title", "lang", "contentHash", "blocks", "links", "anchors", "targets", "leads")
      SELECT md5('$crawl snapshot' || page."id"), page."id", '$crawl', page."title", 'en', md5('$crawl' || page."id"),
        jsonb_set(before."blocks", '{20,hash}', to_jsonb(md5('$crawl' || page."id"))), before."links", '[]', before."targets", before."leads"
      FROM (SELECT * FROM "Page" WHERE ${changed}) AS page JOIN "Snapshot" AS before ON before."id" = page."snapshotId";
    UPDATE "Page" SET "snapshotId" = md5('$crawl snapshot' || "id") WHERE ${changed};
    UPDATE "CrawlPage" SET "outcome" = 'changed' WHERE "crawlId" = '$crawl' AND "url" IN (SELECT "url" FROM "Page" WHERE ${changed})`;
}
