import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startThrowawayPostgres } from "#test/support/servers/throwaway-postgres.ts";
import { serveChangingSite } from "./changing-site.ts";
import { compareRounds } from "./compare-rounds.ts";
import type { KillableDatabase } from "./killable-product.ts";
import type { Attack, Round } from "./run-round.ts";
import { runRounds } from "./run-rounds.ts";

type Server = KillableDatabase & { stop(): Promise<void> };
type Options = {
  rounds: number;
  seed: number;
  /** Keeps the logs of all processes. */
  keep: boolean;
  attackOf(round: number): Attack;
  /** Starts the database of the disturbed run, with its data within a folder. */
  startDatabase?(folder: string): Promise<Server>;
};

const SITES = 3;

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Runs rounds of crawls and mails undisturbed, then once more with attacks, and says how Issues and mails differ. Returns true if nothing was
 * lost, doubled or different.
 */
export async function compareRuns(options: Options): Promise<boolean> {
  const { rounds, seed, keep, attackOf, startDatabase = startPostgres } = options;
  const folder = await mkdtemp(join(tmpdir(), "flawless-kill-"));
  // PostgreSQL's user must be able to enter.
  await chmod(folder, 0o755);
  const sites = await Promise.all(Array.from({ length: SITES }, (_, index) => serveChangingSite(seed * 1_000 + index)));
  const runAll = async (
    name: string,
    database: Server,
    attack: (round: number) => Attack | null,
    expected: readonly Round[],
  ) => {
    try {
      return await runRounds({ name, folder, database, sites, rounds, attackOf: attack, expected, say });
    } finally {
      await database.stop();
    }
  };
  try {
    const undisturbed = await runAll("undisturbed", await startPostgres(), () => null, []);
    const disturbed = await runAll("disturbed", await startDatabase(join(folder, "servers")), attackOf, undisturbed);
    const faults = [...undisturbed, ...disturbed].flatMap((round) => round.faults);
    const differences = compareRounds(undisturbed, disturbed);
    const mails = disturbed.reduce((sum, round) => sum + round.mails.length, 0);
    const again = disturbed.reduce((sum, round) => sum + round.repeated, 0);
    const issues = disturbed.at(-1)?.issues.length ?? 0;
    say(
      `${rounds} rounds, seed ${seed}: ${mails} mails, ${again} of them again under the same Message-ID, and ${issues} issues.`,
    );
    say(`${faults.length} faults, ${differences.length} differences from the undisturbed run.`);
    return faults.length + differences.length === 0 && mails > 0 && issues > 0;
  } finally {
    for (const site of sites) site.close();
    if (keep) say(`Logs: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

/** Starts PostgreSQL, which keeps what it has committed when it is killed. */
async function startPostgres(): Promise<Server> {
  const server = await startThrowawayPostgres({ synchronous_commit: "on" });
  const kill = async () => {
    const [pid] = (await readFile(join(server.folder, "data", "postmaster.pid"), "utf8")).split("\n");
    process.kill(Number(pid), "SIGKILL");
  };
  return { url: server.url, kill, bringBack: server.bringBack, stop: server.stop };
}
