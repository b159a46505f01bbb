import { existsSync } from "node:fs";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { identifyProcess } from "./process-identity.ts";

const LOOK_EVERY_MS = 200;
const heldSchema = z.object({ pid: z.number(), identity: z.string() });

/** A lock file that one living process holds. `claimed` false: another process holds it. */
export type Claim = { claimed: true; release(): Promise<void> } | { claimed: false };

/**
 * Claims a lock file for this process. A file whose holder was killed does not count, even if another process has its number now. Of two claims
 * at the same moment, one succeeds.
 */
export async function claimFile(path: string): Promise<Claim> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  const own = JSON.stringify({ pid: process.pid, identity: await identifyProcess(process.pid) });
  await writeFile(draft, own, { mode: 0o600 });
  try {
    for (;;) {
      if (await linkUnlessThere(draft, path)) return { claimed: true, release: () => rm(path, { force: true }) };
      const held = existsSync(path) ? await readFile(path, "utf8") : null;
      if (held === null) continue;
      if (await isHeld(held)) return { claimed: false };
      await clearAway(path, held);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** Claims a lock file as soon as its holder releases it or dies; calls `onWait` once if there is one. Returns a function that releases it. */
export async function claimInTurn(path: string, onWait: () => void): Promise<() => Promise<void>> {
  for (let attempt = 0; ; attempt += 1) {
    const claim = await claimFile(path);
    if (claim.claimed) return claim.release;
    if (attempt === 0) onWait();
    await wait(LOOK_EVERY_MS);
  }
}

async function linkUnlessThere(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function isHeld(content: string): Promise<boolean> {
  const held = heldSchema.safeParse(parseOrNull(content));
  return held.success && (await identifyProcess(held.data.pid)) === held.data.identity;
}

/** Removes a stale file. If another process replaced it since it was read, that file is put back. */
async function clearAway(path: string, stale: string): Promise<void> {
  const aside = `${path}.stale-${process.pid}`;
  await rename(path, aside).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  const taken = existsSync(aside) ? await readFile(aside, "utf8") : stale;
  if (taken !== stale) await linkUnlessThere(aside, path);
  await rm(aside, { force: true });
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
