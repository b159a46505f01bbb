import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { Supervised } from "./supervise.ts";

const PATIENCE_MS = 60_000;
const LINES_SHOWN = 20;

/** Conditions to wait for: an answer, with this status if one is given, and a line in the child's log that matches `saying`. */
export type Readiness = { url: string; status?: number; saying: RegExp };

/**
 * Waits until a child is ready. Its log must say so too, because another program that took the port before might answer.
 * @throws with the end of its log if it ends first, or after a minute
 */
export async function waitForAnswer(child: Supervised, ready: Readiness, patienceMs = PATIENCE_MS): Promise<void> {
  const deadline = Date.now() + patienceMs;
  let lastSeen = "no answer";
  let ended: string | undefined;
  void child.ended.then((reason) => {
    ended = reason;
  });
  while (ended === undefined && Date.now() < deadline) {
    const status = await askStatus(ready.url);
    const isRight = status !== null && (ready.status === undefined || ready.status === status);
    if (isRight && ready.saying.test(await readFile(child.logPath, "utf8"))) return;
    if (status !== null) lastSeen = `it answers with status ${status}`;
    await wait(100);
  }
  const what = ended === undefined ? `did not get ready in ${patienceMs / 1_000} s (${lastSeen})` : `ended (${ended})`;
  const end = (await readFile(child.logPath, "utf8")).trimEnd().split("\n").slice(-LINES_SHOWN).join("\n");
  throw new Error(`The ${child.name} process ${what}. The end of its log, ${child.logPath}:\n${end}`);
}

async function askStatus(url: string): Promise<number | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: "manual" });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return null; // nothing listens there yet
  }
}
