import { z } from "zod";
import { within } from "#worker/async/within.ts";
import type { PageNetwork } from "./page-network.ts";
import { scrollThrough, waitForQuiet } from "./page-scripts.ts";
import type { RunInPage } from "./page-world.ts";

/** Quiet time after which a document counts as settled. */
const QUIET_MS = 100;

/** Windows per look down the page, and number of looks: the limit for a page that grows for ever. */
const STEPS_PER_LOOK = 8;
const MAX_LOOKS_DOWN = 3;

type WaitingTab = { inPage: RunInPage; network: PageNetwork };

/**
 * Waits in real time until the page rests, and again after each look further down: for pages that misbehave under virtual time. `mayRun`: 1
 * for a page with scripts. A page that never rests is read after `mostMs` as it is then.
 */
export async function settleByWaiting({ inPage, network }: WaitingTab, mayRun: number, mostMs: number): Promise<void> {
  await within(lookDown(inPage, network, mayRun), mostMs);
}

async function lookDown(inPage: RunInPage, network: PageNetwork, mayRun: number): Promise<void> {
  await rest(inPage, network, mayRun);
  for (let look = 0, from: number | null = 0; look < MAX_LOOKS_DOWN; look += 1) {
    from = z
      .number()
      .nullable()
      .parse(await inPage(scrollThrough, from, STEPS_PER_LOOK, mayRun));
    if (from === null) return;
    await rest(inPage, network, mayRun);
  }
}

/** Waits until nothing is loading and the document does not change, both at once. */
async function rest(inPage: RunInPage, network: PageNetwork, mayRun: number): Promise<void> {
  do {
    await network.whenIdle();
    await inPage(waitForQuiet, QUIET_MS, mayRun);
  } while (network.inFlight() > 0);
}
