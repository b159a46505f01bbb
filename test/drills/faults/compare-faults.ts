import { join } from "node:path";
import { type ChangingSite, serveChangingSite } from "../kill/changing-site.ts";
import { leftOver } from "../kill/compare-rounds.ts";
import { FAULTS } from "./faults-list.ts";
import { startNameServer } from "./name-server.ts";
import { type Run, runFault } from "./run-fault.ts";

type Options = { folder: string; names: readonly string[]; rounds: number; seed: number; say(line: string): void };

/** Enough to tell a fault of ours from one of a site. */
const SITES = 6;

/** Runs rounds undisturbed, then once more with each fault, and says how Issues and news differ. Returns true if they do not. */
export async function compareFaults({ folder, names, rounds, seed, say }: Options): Promise<boolean> {
  const nameServer = await startNameServer();
  const sites: ChangingSite[] = [];
  for (let index = 0; index < SITES; index += 1) {
    const host = `bakery-${index}.test`;
    nameServer.set(host, "address");
    const neighbours = () => sites.filter((_, other) => other !== index).map(({ url }) => url);
    sites.push(await serveChangingSite(seed * 1_000 + index, { host, neighbours }));
  }
  try {
    const run = (name: string, fault: ReturnType<(typeof FAULTS)[string]> | null) =>
      runFault({ fault, folder: join(folder, name), sites, names: nameServer, rounds, say });
    const undisturbed = await run("undisturbed", null);
    let isGood = judge("undisturbed", undisturbed, undisturbed, say);
    for (const name of names) {
      const fault = FAULTS[name]?.(folder) ?? null;
      isGood = judge(name, undisturbed, await run(name, fault), say) && isGood;
    }
    return isGood;
  } finally {
    for (const site of sites) site.close();
    nameServer.close();
  }
}

function judge(name: string, expected: Run, { outcome, mails, repeated, faults }: Run, say: (line: string) => void): boolean {
  const differences = (["issues", "news"] as const).flatMap((part) => [
    ...leftOver(expected.outcome[part], outcome[part]).map((line) => `missing: ${line}`),
    ...leftOver(outcome[part], expected.outcome[part]).map((line) => `not expected: ${line}`),
  ]);
  for (const fault of faults) say(`FAULT ${name} ${fault}`);
  for (const difference of differences) say(`DIFFERENCE ${name} ${difference}`);
  say(
    `${name}: ${mails} mails, ${repeated} of them again under the same Message-ID, ${outcome.issues.length} issues; ${faults.length} faults, ${differences.length} differences.`,
  );
  return faults.length + differences.length === 0 && mails > 0 && outcome.issues.length > 0;
}
