import { parseArgs } from "node:util";
import { makeRandom } from "#test/support/make-random.ts";
import { compareRuns } from "./kill/compare-runs.ts";
import { PROCESSES } from "./kill/killable-product.ts";
import type { Attack } from "./kill/run-round.ts";

/**
 * Kills a random process of the built product with SIGKILL in each round of crawls and mails (worker, browser, web, PostgreSQL, SMTP server), and
 * compares Issues and mails with those of an undisturbed run. Ends with 1 if one is lost, doubled or different. Build first (npm run build); then:
 * node test/drills/kill-anything.ts [--rounds 100] [--seed 1] [--keep]. With --keep the logs stay.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    keep: { type: "boolean", default: false },
  },
});
const PHASES = ["requests", "pages", "mails"] as const;
const MOST_DOWN_MS = 1_500;
const seed = Number(values.seed);
const random = makeRandom(seed);

function chooseAttack(): Attack {
  const choose = <T>(list: readonly [T, ...T[]]) => list[Math.floor(random() * list.length)] ?? list[0];
  return { victim: choose(PROCESSES), phase: choose(PHASES), share: random(), downMs: Math.round(random() * MOST_DOWN_MS) };
}

const isGood = await compareRuns({ rounds: Number(values.rounds), seed, keep: values.keep, attackOf: chooseAttack });
process.exit(isGood ? 0 : 1);
