import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { claimFile } from "./process/claim-file.ts";
import { identifyProcess } from "./process/process-identity.ts";
import { killGroup } from "./process/supervise.ts";
import { PATHS } from "./project-paths.ts";

const PATIENCE_MS = 5_000;
const recordSchema = z.object({
  url: z.string(),
  children: z.array(z.object({ name: z.string(), pid: z.number(), identity: z.string() })),
});
type RunRecord = z.infer<typeof recordSchema>;

const recordPath = join(PATHS.state, "run.json");

/**
 * Makes this process the only run of this folder, and ends processes that a killed run left behind. Returns a function that ends the claim.
 * @throws with the address if another run is alive
 */
export async function claimRun(say: (line: string) => void): Promise<() => Promise<void>> {
  const claim = await claimFile(join(PATHS.state, "run.lock"));
  if (!claim.claimed) {
    const url = (await readRecord())?.url;
    throw new Error(
      `Flawless already runs from this folder${url ? ` at ${url}` : " and is just starting"}. Stop that run first (Ctrl-C there).`,
    );
  }
  await stopLeftovers(say);
  return async () => {
    await rm(recordPath, { force: true });
    await claim.release();
  };
}

/** Records the processes of this run, so that the next run can end them if this one is killed. */
export async function recordRun(url: string, processes: { name: string; pid: number | undefined }[]): Promise<void> {
  const children: RunRecord["children"] = [];
  for (const { name, pid } of processes) {
    const identity = pid === undefined ? null : await identifyProcess(pid);
    if (pid !== undefined && identity !== null) children.push({ name, pid, identity });
  }
  await writeFile(recordPath, JSON.stringify({ url, children } satisfies RunRecord), { mode: 0o600 });
}

async function stopLeftovers(say: (line: string) => void): Promise<void> {
  for (const { name, pid, identity } of (await readRecord())?.children ?? []) {
    const isOurs = async () => (await identifyProcess(pid)) === identity;
    if (!(await isOurs())) continue;
    say(`Stopping the ${name} process (${pid}) of an earlier run that was killed.`);
    killGroup(pid, "SIGTERM");
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline && (await isOurs()); ) await wait(100);
    if (await isOurs()) killGroup(pid);
  }
  await rm(recordPath, { force: true });
}

async function readRecord(): Promise<RunRecord | null> {
  if (!existsSync(recordPath)) return null;
  try {
    return recordSchema.parse(JSON.parse(await readFile(recordPath, "utf8")));
  } catch {
    return null; // cut short when the run was killed
  }
}
