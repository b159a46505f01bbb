import { mkdir } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { createQueue } from "#prisma/queue.ts";
import { type ChangingSite, PAGES } from "../kill/changing-site.ts";
import { findMailFaults } from "../kill/find-mail-faults.ts";
import { describeOpen, hasEnded } from "../kill/has-ended.ts";
import { startKillableProduct } from "../kill/killable-product.ts";
import { passTime } from "../kill/pass-time.ts";
import { readMails } from "../kill/read-mails.ts";
import { addWatchedSites, requestCrawls } from "../kill/watched-sites.ts";
import { writeBrowserScript } from "../programs/write-browser-script.ts";
import type { Fault, World } from "./fault.ts";
import type { NameServer } from "./name-server.ts";
import { type Outcome, readOutcome } from "./read-outcome.ts";
import { startPostgres } from "./start-postgres.ts";

type Options = {
  /** Null: nothing is broken. */
  fault: Fault | null;
  /** Gets the data and the logs. */
  folder: string;
  sites: ChangingSite[];
  names: NameServer;
  rounds: number;
  say(line: string): void;
};

export type Run = { outcome: Outcome; mails: number; repeated: number; faults: string[] };

/** Number of crawls after each round with nothing broken, which find what was missed. A broken link is mailed when it was seen twice. */
const SETTLING = 2;
const LOOK_MS = 200;
const PASS_EVERY_MS = 1_000;
const PATIENCE_MS = 900_000;

/** Runs rounds of crawls and mails during which something is broken. The first round and the last one are quiet. */
export async function runFault({ fault, folder, sites, names, rounds, say }: Options): Promise<Run> {
  await mkdir(folder, { mode: 0o755 });
  const database = await (fault?.startDatabase ?? startPostgres)(folder);
  await migrate(database.url);
  const db = createDatabase(database.url, 3);
  const queue = await createQueue(database.url, () => undefined);
  const urls = sites.map(({ url }) => url);
  const watched = await addWatchedSites(db, urls);
  const product = await startKillableProduct({
    folder,
    database,
    allowedPrivateHosts: urls.map((url) => new URL(url).host),
    settings: { WORKER_CRAWLS: "2", CHROMIUM_PATH: await writeBrowserScript(folder), ...fault?.settings },
    secondWorker: fault?.secondWorker,
  });
  const hosts = urls.map((url) => new URL(url).hostname);
  const world = { db, queue, product, sites, watched, names, hosts, database };
  const faults: string[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = Date.now();
      const isQuiet = round === 0 || round === rounds - 1;
      for (const site of sites) site.setVersion(isQuiet && round > 0 ? round - 1 : round);
      const { did, found } = await runRound(world, isQuiet ? null : fault, round);
      found.push(...product.ended().splice(0), ...(await findCrawlFaults(world, round, fault?.mayFail ?? false)));
      say(`  ${fault?.name ?? "undisturbed"} ${round}: ${did}; ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
      for (const text of found) say(`    FAULT ${text}`);
      faults.push(...found.map((text) => `in round ${round}: ${text}`));
    }
    const outcome = await readOutcome(db);
    if (fault?.judgeAll) faults.push(...(await fault.judgeAll(world)));
    const mails = await readMails(product.mailFile);
    faults.push(...(await findMailFaults(db, mails)));
    const repeated = mails.length - new Set(mails.map(({ messageId }) => messageId)).size;
    return { outcome, mails: mails.length - repeated, repeated, faults };
  } finally {
    await product.stop();
    await queue.stop({ graceful: false });
    await db.$disconnect();
    await database.stop();
  }
}

async function runRound(world: World, fault: Fault | null, round: number): Promise<{ did: string; found: string[] }> {
  const share = fault?.startsAt(round) ?? 0;
  let did = "nothing";
  if (fault && share === 0) await fault.begin(world, round);
  const requesting = requestCrawls(world.product.webUrl, world.watched);
  // It is awaited below, after the fault.
  requesting.catch(() => undefined);
  let mendedAt: number | null = null;
  if (fault) {
    if (share > 0) {
      await pagesRead(world, share);
      await fault.begin(world, round);
    }
    if (fault.lastsMs === undefined) await atRest(world, requesting, null);
    else await wait(fault.lastsMs);
    did = await fault.end(world, round);
    mendedAt = Date.now();
  }
  await atRest(world, requesting, mendedAt);
  const found = fault ? await fault.judge(world, round) : [];
  for (let crawl = 0; crawl < SETTLING; crawl += 1)
    await atRest(world, requestCrawls(world.product.webUrl, world.watched), mendedAt);
  return { did, found };
}

/** Resolves when this share of the round's pages has been read, or the round has ended. */
async function pagesRead({ sites, db }: World, share: number): Promise<void> {
  const wanted = Math.ceil(share * sites.length * PAGES);
  for (let look = 1; sites.reduce((sum, site) => sum + site.pagesRead(), 0) < wanted; look += 1) {
    if (look % 200 === 0 && (await hasEnded(db))) return;
    await wait(5);
  }
}

/** Resolves when everything requested is crawled and every mail is sent. `mendedAt`: when a broken database came back. @throws when that takes too long */
async function atRest({ db, queue, product }: World, requesting: Promise<void>, mendedAt: number | null): Promise<void> {
  const startedAt = Date.now();
  let isRequested = false;
  const requested = requesting.then(() => {
    isRequested = true;
  });
  requested.catch(() => undefined);
  for (let passedAt = startedAt; !isRequested || !(await hasEnded(db).catch(() => false)); await wait(LOOK_MS)) {
    if (Date.now() - startedAt > PATIENCE_MS)
      throw new Error(`Not done after ${PATIENCE_MS / 1000} s: ${await describeOpen(db)}`);
    if (Date.now() - passedAt < PASS_EVERY_MS) continue;
    passedAt = Date.now();
    const facts = { deadSince: null, databaseSince: mendedAt, brokenOff: product.brokenOff() };
    // The database may be broken now.
    await passTime(db, queue, facts).catch(() => undefined);
  }
  await requested;
}

/** Finds Sites with another number of Crawls than were requested, or with one that failed without reason. */
async function findCrawlFaults({ db, watched }: World, round: number, mayFail: boolean): Promise<string[]> {
  const crawls = await db.crawl.findMany({ select: { siteId: true, state: true } });
  const wanted = (round + 1) * (1 + SETTLING);
  return watched.siteIds.flatMap((siteId, index) => {
    const states = crawls.filter((crawl) => crawl.siteId === siteId).map(({ state }) => state);
    const isRight = states.length === wanted && (mayFail || states.every((state) => state === "finished"));
    return isRight ? [] : [`Site ${index} has ${states.length} crawls instead of ${wanted}: ${states.join(", ")}.`];
  });
}
