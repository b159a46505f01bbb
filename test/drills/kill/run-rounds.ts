import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { createQueue } from "#prisma/queue.ts";
import type { ChangingSite } from "./changing-site.ts";
import { compareRounds } from "./compare-rounds.ts";
import { type KillableDatabase, startKillableProduct } from "./killable-product.ts";
import { type Attack, type Round, runRound } from "./run-round.ts";
import { addWatchedSites } from "./watched-sites.ts";

type Options = {
  name: string;
  /** Gets the logs, in a folder of this name. */
  folder: string;
  /** An empty database. */
  database: KillableDatabase;
  sites: ChangingSite[];
  rounds: number;
  attackOf(version: number): Attack | null;
  /** Rounds of the undisturbed run. */
  expected?: readonly Round[];
  say(line: string): void;
};

/** Runs rounds of crawls and mails with attacks, and says what came of each. */
export async function runRounds(options: Options): Promise<Round[]> {
  const { name, folder, database, sites, rounds: count, attackOf, expected = [], say } = options;
  await migrate(database.url);
  const db = createDatabase(database.url, 3);
  const queue = await createQueue(database.url, () => undefined);
  const urls = sites.map(({ url }) => url);
  const watched = await addWatchedSites(db, urls);
  const logs = join(folder, name);
  await mkdir(logs);
  const allowedPrivateHosts = urls.map((url) => new URL(url).host);
  const product = await startKillableProduct({ folder: logs, database, allowedPrivateHosts });
  const world = { db, queue, product, sites, watched };
  try {
    const rounds: Round[] = [];
    const told = new Set<string>();
    for (let version = 0; version < count; version += 1) {
      const round = await runRound(world, version, attackOf(version), expected[version]?.mails.length ?? 0);
      round.faults.push(...product.ended().splice(0));
      rounds.push(round);
      const mails = `${round.mails.length} mails${round.repeated > 0 ? `, ${round.repeated} again` : ""}`;
      say(
        `  ${name} ${version}: killed ${round.killed}; ${mails}, ${round.issues.length} issues, ${round.seconds.toFixed(1)} s`,
      );
      for (const fault of round.faults) say(`    FAULT ${fault}`);
      // At once, because a long drill may be stopped.
      const differences = compareRounds(expected.slice(0, rounds.length), rounds).filter((text) => !told.has(text));
      for (const difference of differences) say(`    DIFFERENCE ${difference}`);
      for (const difference of differences) told.add(difference);
    }
    return rounds;
  } finally {
    await product.stop();
    await queue.stop({ graceful: false });
    await db.$disconnect();
  }
}
