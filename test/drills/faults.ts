import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compareFaults } from "./faults/compare-faults.ts";
import { FAULTS } from "./faults/faults-list.ts";
import { enter, findObstacle, gatherTools, runInside } from "./faults/private-machine.ts";

/**
 * Crawls six sites and mails their readers while something is broken, and compares Issues and news with those of an undisturbed run: a full disk, a clock that is
 * an hour off, no name server, lost packets. Ends with 1 if something is lost, doubled or wrong. Needs Linux, root and Debian's packages. Build first
 * (npm run build); then: node test/drills/faults.ts [--fault NAME]… [--rounds 6] [--seed 1] [--keep]
 */
const { values } = parseArgs({
  options: {
    fault: { type: "string", multiple: true },
    rounds: { type: "string", default: "6" },
    seed: { type: "string", default: "1" },
    keep: { type: "boolean", default: false },
    /** Folder of the unpacked programs; set by the drill itself when it has its own network. */
    inside: { type: "string" },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
const wanted = Object.keys(FAULTS).filter((name) => values.fault?.includes(name) ?? true);

async function runOutside(): Promise<number> {
  const obstacle = await findObstacle();
  if (wanted.length === 0) say(`There is no fault of this name. Choose one of: ${Object.keys(FAULTS).join(", ")}.`);
  else if (obstacle) say(obstacle);
  if (wanted.length === 0 || obstacle) return 1;
  const folder = await mkdtemp(join(tmpdir(), "flawless-faults-"));
  // PostgreSQL's user must be able to enter.
  await chmod(folder, 0o755);
  try {
    await gatherTools(folder);
    return await runInside([import.meta.filename, ...process.argv.slice(2), "--inside", folder]);
  } finally {
    if (values.keep) say(`Logs: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

async function runHere(folder: string): Promise<number> {
  await enter(folder);
  const isGood = await compareFaults({ folder, names: wanted, rounds: Number(values.rounds), seed: Number(values.seed), say });
  return isGood ? 0 : 1;
}

process.exit(await (values.inside === undefined ? runOutside() : runHere(values.inside)));
