import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { startPostgres } from "./faults/start-postgres.ts";
import { serveChangingSite } from "./kill/changing-site.ts";
import { startKillableProduct } from "./kill/killable-product.ts";
import { addWatchedSites } from "./kill/watched-sites.ts";
import { judgeGrowth, type Look } from "./soak/judge-growth.ts";
import { readUsage } from "./soak/read-usage.ts";
import { startLoad } from "./soak/steady-load.ts";

/**
 * Keeps the built product at a steady load of crawls, mails and visits, looks at its memory, handles, files and connections twice a minute, and ends with 1 if one of them
 * grows in the second half of the time. Build first (npm run build); then: node test/drills/soak.ts [--minutes 60] [--looks FILE] [--keep]
 */
const { values } = parseArgs({
  options: { minutes: { type: "string", default: "60" }, looks: { type: "string" }, keep: { type: "boolean", default: false } },
});
const LOOK_EVERY_MS = 30_000;
const SITES = 6;
const say = (line: string) => process.stdout.write(`${line}\n`);
const shown = (value: number) => value.toFixed(1);

const folder = await mkdtemp(join(tmpdir(), "flawless-soak-"));
// PostgreSQL's user must be able to enter.
await chmod(folder, 0o755);
const temporaryFolder = join(folder, "temporary");
await mkdir(temporaryFolder);
const reportFile = join(folder, "memory");

async function soak(minutes: number): Promise<boolean> {
  const database = await startPostgres(folder);
  await migrate(database.url);
  const db = createDatabase(database.url, 3);
  const sites = await Promise.all(Array.from({ length: SITES }, (_, index) => serveChangingSite(index)));
  const urls = sites.map(({ url }) => url);
  const watched = await addWatchedSites(db, urls);
  const product = await startKillableProduct({
    folder,
    database,
    allowedPrivateHosts: urls.map((url) => new URL(url).host),
    settings: {
      ...{ PICTURES_PER_CRAWL: "4", PICTURES_SITE_MB: "5", TMPDIR: temporaryFolder, SOAK_FILE: reportFile },
      NODE_OPTIONS: `--import ${join(import.meta.dirname, "soak", "report-memory.ts")}`,
    },
  });
  try {
    const load = await startLoad({ db, webUrl: product.webUrl, sites, watched });
    const looks: Look[] = [];
    const startedAt = performance.now();
    for (let at = 1; at * LOOK_EVERY_MS <= minutes * 60_000; at += 1) {
      await wait(Math.max(0, startedAt + at * LOOK_EVERY_MS - performance.now()));
      const usage = await readUsage({ db, pids: product.pids(), reportFile, temporaryFolder });
      looks.push({ minute: (performance.now() - startedAt) / 60_000, usage });
      const figures = Object.entries(usage).map(([name, value]) => `${name} ${shown(value)}`);
      say(
        `${shown(looks.at(-1)?.minute ?? 0)} min, ${load.done.crawls} crawls, ${load.done.visits} visits: ${figures.join(", ")}`,
      );
      if (values.looks) await writeFile(values.looks, JSON.stringify(looks));
    }
    await load.stop();
    const mails = await db.delivery.count({ where: { state: "sent" } });
    const growths = judgeGrowth(looks);
    for (const { name, from, to, perHour, risingShare, isLeak } of growths)
      say(
        `${isLeak ? "LEAK " : ""}${name}: ${shown(from)} to ${shown(to)} in the second half, ${shown(perHour)} an hour, ${Math.round(risingShare * 100)} % of pairs rise`,
      );
    const failed = [...new Set(load.done.failed), ...product.ended()];
    for (const fault of failed) say(`FAULT ${fault}`);
    say(
      `${shown(looks.at(-1)?.minute ?? 0)} minutes: ${load.done.crawls} crawls, ${mails} mails, ${load.done.visits} visits, ${load.done.failed.length} of them failed.`,
    );
    return failed.length === 0 && growths.every(({ isLeak }) => !isLeak);
  } finally {
    await product.stop();
    await db.$disconnect();
    await database.stop();
    for (const site of sites) site.close();
  }
}

try {
  process.exitCode = (await soak(Number(values.minutes))) ? 0 : 1;
} finally {
  if (values.keep) say(`Logs: ${folder}`);
  else await rm(folder, { recursive: true, force: true });
}
process.exit();
