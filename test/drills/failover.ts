import { mkdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { startReplicatedPostgres } from "./failover/replicated-postgres.ts";
import { compareRuns } from "./kill/compare-runs.ts";
import type { Attack } from "./kill/run-round.ts";

/**
 * Kills the primary of two replicated PostgreSQL servers in each round of crawls and mails, promotes the standby at the same address, and compares
 * Issues and mails with those of an undisturbed run. Ends with 1 if one is lost, doubled or different. Build first (npm run build); then:
 * node test/drills/failover.ts [--seed 1] [--keep]. With --keep the logs stay.
 */
const { values } = parseArgs({
  options: { seed: { type: "string", default: "1" }, keep: { type: "boolean", default: false } },
});
const at = (phase: Attack["phase"], share: number): Attack => ({ victim: "postgres", phase, share, downMs: 500 });
const ATTACKS = [at("pages", 0.3), at("mails", 0.4), at("requests", 0.5), at("pages", 0.9), at("mails", 0.8)] as const;

const isGood = await compareRuns({
  rounds: ATTACKS.length,
  seed: Number(values.seed),
  keep: values.keep,
  attackOf: (round) => ATTACKS[round] ?? ATTACKS[0],
  startDatabase: async (folder) => {
    await mkdir(folder, { mode: 0o755 });
    return startReplicatedPostgres(folder);
  },
});
process.exit(isGood ? 0 : 1);
