import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { type ChangingSite, PAGES } from "./changing-site.ts";
import { findMailFaults, messageIdOf } from "./find-mail-faults.ts";
import { describeOpen, hasEnded } from "./has-ended.ts";
import type { KillableProduct, ProcessName } from "./killable-product.ts";
import { passTime } from "./pass-time.ts";
import { readIssues } from "./read-issues.ts";
import { countMails, readMails } from "./read-mails.ts";
import { requestCrawls, type WatchedSites } from "./watched-sites.ts";

/** Names what is killed and when: after a share of the time of the requests, of the pages or of the mails. It is back after `downMs`. */
export type Attack = { victim: ProcessName; phase: "requests" | "pages" | "mails"; share: number; downMs: number };

/** Results of a round. `mails`: one text for each Message-ID. */
export type Round = { mails: string[]; issues: string[]; repeated: number; killed: string; seconds: number; faults: string[] };

type World = { db: Database; queue: Queue; product: KillableProduct; sites: ChangingSite[]; watched: WatchedSites };

const LOOK_MS = 100;
const REQUESTS_MS = 400;
const PASS_EVERY_MS = 1_000;
const PATIENCE_MS = 600_000;
/** If one of these is killed, a mail may have been taken although it does not count as sent. */
const MAKE_MAIL_UNSEEN: ReadonlySet<ProcessName> = new Set(["worker", "smtp"]);

/** Gives the sites their next version, has them crawled, attacks, and waits until all is done. `mailsExpected`: see `Attack`. */
export async function runRound(world: World, version: number, attack: Attack | null, mailsExpected: number): Promise<Round> {
  const { db, product, sites, watched } = world;
  const startedAt = Date.now();
  const mailsBefore = await countMails(product.mailFile);
  for (const site of sites) site.setVersion(version);
  const requesting = requestCrawls(product.webUrl, watched);
  let isRequested = false;
  const requested = requesting.then(() => {
    isRequested = true;
  });
  requested.catch(() => undefined);
  const isAtRest = async () => isRequested && (await hasEnded(db));

  let killed = "nothing";
  let killedAt = 0;
  let backAt = 0;
  let unsent = new Set<string>();
  if (attack) {
    await momentOf(attack, { world, mailsBefore, mailsExpected, isAtRest });
    const wasRunning = await killWhenThere(product, attack.victim, isAtRest);
    killedAt = Date.now();
    if (wasRunning && MAKE_MAIL_UNSEEN.has(attack.victim)) unsent = await findUnsent(db);
    killed = wasRunning ? `${attack.victim} (${attack.phase} ${Math.round(attack.share * 100)} %)` : `no ${attack.victim} ran`;
    await wait(attack.downMs);
    await product.bringBack(attack.victim);
    backAt = Date.now();
  }

  const faults: string[] = [];
  for (let passedAt = Date.now(); !(await isAtRest().catch(() => false)); await wait(LOOK_MS)) {
    if (Date.now() - startedAt > PATIENCE_MS) {
      faults.push(`Not done after ${PATIENCE_MS / 1000} s: ${await describeOpen(db)}`);
      break;
    }
    if (Date.now() - passedAt < PASS_EVERY_MS) continue;
    passedAt = Date.now();
    // The database may be coming back.
    await passTime(db, world.queue, {
      deadSince: attack?.victim === "worker" ? killedAt : null,
      databaseSince: attack?.victim === "postgres" ? backAt : null,
      brokenOff: product.brokenOff(),
    }).catch(() => undefined);
  }
  await requested;

  const all = await readMails(product.mailFile);
  const taken = all.slice(mailsBefore);
  const byId = Map.groupBy(taken, ({ messageId }) => messageId);
  // Whoever was killed took with it that the other side has the mail.
  for (const [id, copies] of byId)
    if (copies.length > (unsent.has(id) ? 2 : 1))
      faults.push(`Mail ${id} came ${copies.length} times, although its acceptance was seen.`);
  faults.push(...(await findMailFaults(db, all)), ...(await findCrawlFaults(db, watched, version)));
  return {
    mails: [...byId.values()].map(([first]) => first?.content ?? "").sort(),
    issues: await readIssues(db),
    repeated: taken.length - byId.size,
    killed,
    seconds: (Date.now() - startedAt) / 1000,
    faults,
  };
}

type Surroundings = { world: World; mailsBefore: number; mailsExpected: number; isAtRest(): Promise<boolean> };

/** Resolves at the moment of the attack, or when there is nothing more to attack. */
async function momentOf(
  { phase, share }: Attack,
  { world, mailsBefore, mailsExpected, isAtRest }: Surroundings,
): Promise<void> {
  if (phase === "requests") return void (await wait(share * REQUESTS_MS));
  const { sites, product } = world;
  const isReached = async () => {
    if (phase === "mails" && mailsExpected > 0)
      return (await countMails(product.mailFile)) - mailsBefore >= Math.ceil(share * mailsExpected);
    return sites.reduce((sum, site) => sum + site.pagesRead(), 0) >= Math.ceil(share * sites.length * PAGES);
  };
  for (let look = 0; !(await isReached()); look += 1) {
    if (look % 20 === 19 && (await isAtRest())) return;
    await wait(5);
  }
}

/** Kills a process as soon as it runs. Returns false if it did not run until everything was done. */
async function killWhenThere(
  product: KillableProduct,
  victim: ProcessName,
  isAtRest: () => Promise<boolean>,
): Promise<boolean> {
  for (;;) {
    if (await product.kill(victim)) return true;
    if (await isAtRest()) return false;
    await wait(LOOK_MS / 5);
  }
}

/** Returns the Message-IDs of mails that do not count as sent yet. */
async function findUnsent(db: Database): Promise<Set<string>> {
  const open = await db.delivery.findMany({ where: { state: { not: "sent" } }, select: { id: true } });
  return new Set(open.map(({ id }) => messageIdOf(id)));
}

/** Finds Sites that do not have one finished Crawl for each version so far. */
async function findCrawlFaults(db: Database, { siteIds }: WatchedSites, version: number): Promise<string[]> {
  const crawls = await db.crawl.findMany({ select: { siteId: true, state: true } });
  return siteIds.flatMap((siteId, index) => {
    const states = crawls.filter((crawl) => crawl.siteId === siteId).map(({ state }) => state);
    const isRight = states.length === version + 1 && states.every((state) => state === "finished");
    return isRight ? [] : [`Site ${index} has the crawls: ${states.join(", ")}.`];
  });
}
