import { mkdir } from "node:fs/promises";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { queueCrawl } from "#prisma/queries/crawls/queue-crawl.ts";
import { createQueue } from "#prisma/queue.ts";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { waitFor } from "#test/support/wait-for.ts";
import { startPostgres } from "../faults/start-postgres.ts";
import { serveChangingSite } from "../kill/changing-site.ts";
import { hasEnded } from "../kill/has-ended.ts";
import { startKillableProduct } from "../kill/killable-product.ts";
import { writeBrowserScript } from "../programs/write-browser-script.ts";
import { serveSlowSite } from "../rolling/slow-site.ts";
import { findDayFaults } from "./find-day-faults.ts";
import { looksSince } from "./looks-since.ts";
import type { SettableClock } from "./settable-clock.ts";
import { buildTown } from "./sleeping-town.ts";

type Options = { day: string; clock: SettableClock; folder: string; say(line: string): void };

const HOUR_MS = 3_600_000;
const STEP_MS = HOUR_MS / 2;
/** The day begins so long before that of UTC in the east, and the third hour of the next one comes so long after its beginning in the west. */
const [BEFORE_MS, AFTER_MS] = [14 * HOUR_MS, 33 * HOUR_MS];
const PATIENCE_MS = 180_000;
const METRICS_TOKEN = "a-token-of-the-drill-to-read-metrics";

/**
 * Lets the product live through a local day of all zones in steps of half an hour. PostgreSQL, web and worker go by a clock that the drill sets. Returns what was
 * wrong.
 */
export async function runDay({ day, clock, folder, say }: Options): Promise<string[]> {
  const start = Date.parse(`${day}T00:00:00Z`) - BEFORE_MS;
  const end = Date.parse(`${day}T00:00:00Z`) + AFTER_MS;
  await mkdir(folder, { mode: 0o755 });
  await clock.set(new Date(start));
  const database = await withEnvironment(clock.environmentOf("database"), () => startPostgres(folder));
  await migrate(database.url);
  const db = createDatabase(database.url, 3);
  const queue = await createQueue(database.url, () => undefined);
  const [news, small] = [await serveChangingSite(1), await serveSlowSite(2)];
  const town = await buildTown(db, { newsUrl: news.url, url: small.url, now: new Date(start) });
  const workerPort = await findFreePort();
  const product = await startKillableProduct({
    folder,
    database,
    allowedPrivateHosts: [new URL(news.url).host, small.host],
    settings: {
      ...clock.environmentOf("product"),
      CHROMIUM_PATH: await writeBrowserScript(folder),
      WORKER_PORT: String(workerPort),
      METRICS_TOKEN,
    },
  });
  const worker = { url: `http://127.0.0.1:${workerPort}/metrics`, token: METRICS_TOKEN };
  try {
    for (const version of [0, 1]) {
      news.setVersion(version);
      await db.$transaction((tx) =>
        queueCrawl(tx, queue, { siteId: town.newsSiteId, reason: "requested", now: new Date(start) }),
      );
      await waitFor("the news to be crawled", () => hasEnded(db), PATIENCE_MS);
    }
    for (let now = start + STEP_MS / 2; now < end; now += STEP_MS) {
      // Everything is news again, so that whoever is due gets a mail.
      await db.recipient.updateMany({ data: { toldUpTo: 0 } });
      await clock.set(new Date(now));
      await waitFor("the worker to look at what is due", () => looksSince(worker, new Date(now)), PATIENCE_MS);
      // A page and a lease have some seconds, so the clock is not set while there is one.
      await waitFor("crawls and mails to end", () => hasEnded(db), PATIENCE_MS);
    }
    const faults = [...(await findDayFaults(db, town, day)), ...product.ended()];
    const mails = await db.delivery.count({ where: { kind: "summary", state: "sent" } });
    const crawls = await db.crawl.count({ where: { siteId: { not: town.newsSiteId }, state: "finished" } });
    say(`${day}: ${(end - start) / HOUR_MS} hours, ${crawls} crawls, ${mails} summaries; ${faults.length} faults`);
    return faults;
  } finally {
    await product.stop();
    await queue.stop({ graceful: false });
    await db.$disconnect();
    await database.stop();
    news.close();
    small.close();
  }
}

/** Starts something whose processes take these variables from ours. */
async function withEnvironment<T>(variables: Record<string, string>, start: () => Promise<T>): Promise<T> {
  Object.assign(process.env, variables);
  try {
    return await start();
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
  }
}
