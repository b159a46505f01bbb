import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createDatabase } from "#prisma/client.ts";
import { startEmbeddedPostgres } from "#prisma/embedded-postgres.ts";
import { migrate } from "#prisma/migrate.ts";
import { type RunningProcess, startNode } from "#test/support/child-process.ts";
import { requireBrowser } from "#test/support/require-browser.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { startBalancer } from "./rolling/balancer.ts";
import { serveSlowSite } from "./rolling/slow-site.ts";
import { sendVisitors } from "./rolling/visitors.ts";

/**
 * Replaces two web processes and a worker, one after the other, while visitors come and sites are crawled. Ends with 1 if a request failed, a crawl was
 * lost, or a page was not read. Build first (npm run build); then: node test/drills/rolling-deploy.ts [folder of another version, built]
 */
const HERE = resolve(import.meta.dirname, "..", "..");
const [OLD, NEW] = [HERE, resolve(process.argv[2] ?? HERE)];
const SITES = 3;
const PAGES = 20;
const VISITORS_PER_SECOND = 2;
const PATIENCE_MS = 240_000;

const say = (line: string) => process.stdout.write(`${line}\n`);
const state = await mkdtemp(join(tmpdir(), "flawless-rolling-"));
const postgres = await startEmbeddedPostgres({ dataDir: join(state, "postgres"), log: say });
await migrate(postgres.url);
const db = createDatabase(postgres.url);
const site = await serveSlowSite(PAGES);
const balancer = await startBalancer(await findFreePort());
const processes = new Set<RunningProcess>();
const environment = {
  DATABASE_URL: postgres.url,
  APP_URL: balancer.url,
  AUTH_SECRET: "a secret of the drill, at least 32 characters",
  ALLOWED_PRIVATE_HOSTS: site.host,
  CHROMIUM_PATH: await requireBrowser(),
  PICTURES_PER_CRAWL: "0",
  PICTURES_DIR: join(state, "pictures"),
  DRAIN_SECONDS: "2",
};

async function start(version: string, script: string, settings: Record<string, string> = {}): Promise<RunningProcess> {
  const started = startNode(join(version, "dist", script), [], { ...environment, ...settings });
  processes.add(started);
  return started;
}

async function startWeb(version: string): Promise<{ port: number; web: RunningProcess }> {
  const port = await findFreePort();
  const web = await start(version, "web.mjs", { PORT: String(port) });
  balancer.add(port);
  await waitFor(`the web process on ${port}`, async () => balancer.isHealthy(port), PATIENCE_MS);
  return { port, web };
}

async function countCrawls(states: ("queued" | "running" | "finished" | "failed")[]): Promise<number> {
  return db.crawl.count({ where: { state: { in: states } } });
}

async function drill(): Promise<string[]> {
  const old = [await startWeb(OLD), await startWeb(OLD)];
  const worker = await start(OLD, "worker.mjs");
  for (let index = 0; index < SITES; index++) {
    const { siteId } = await addTestSite(db, { startUrl: site.url, pageLimit: PAGES });
    await db.site.update({ where: { id: siteId }, data: { nextCrawlAt: new Date(), provenAt: new Date(), provenBy: "file" } });
  }
  await waitFor("a crawl under way", async () => (await db.page.count()) > 3, PATIENCE_MS);
  const visitors = sendVisitors(balancer.url, VISITORS_PER_SECOND);

  say("Replacing the worker …");
  await start(NEW, "worker.mjs");
  const underWay = await countCrawls(["running"]);
  const code = await worker.stop();
  say(`  ended with ${code}; ${underWay} crawls were under way`);
  for (const { port, web } of old) {
    say("Replacing a web process …");
    await startWeb(NEW);
    const startedAt = Date.now();
    await web.stop();
    balancer.remove(port);
    say(`  drained and ended in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  const report = await visitors.stop();
  await waitFor("all crawls to end", async () => (await countCrawls(["finished", "failed"])) >= SITES, PATIENCE_MS);

  const crawls = await db.crawl.findMany({ select: { state: true, attempts: true } });
  const pages = await db.page.count();
  say(
    `Visitors: ${report.requests} requests, ${report.failed.length} failed, 99 % within ${report.p99Ms} ms, slowest ${report.slowestMs} ms, ${report.versions} versions`,
  );
  say(`Crawls: ${crawls.map(({ state: how, attempts }) => `${how} (${attempts} attempts)`).join(", ")}; ${pages} pages`);
  const faults = [...new Set(report.failed)].slice(0, 20);
  if (report.requests < 100) faults.push("Too few requests were made to say anything.");
  if (OLD !== NEW && report.versions < 2) faults.push("Visitors met one version only.");
  if (underWay === 0) faults.push("No crawl was under way when the worker was replaced.");
  if (crawls.length !== SITES || crawls.some(({ state: how }) => how !== "finished"))
    faults.push("A crawl was lost, failed or doubled.");
  if (pages !== SITES * PAGES) faults.push(`${pages} pages were read instead of ${SITES * PAGES}.`);
  return faults;
}

try {
  const faults = await drill();
  for (const fault of faults) say(`FAULT ${fault}`);
  say(faults.length === 0 ? "No request failed, and no crawl was lost." : `${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await Promise.all([...processes].map((child) => child.stop("SIGKILL")));
  await balancer.close();
  site.close();
  await db.$disconnect();
  await postgres.stop();
  await rm(state, { recursive: true, force: true });
}
process.exit();
