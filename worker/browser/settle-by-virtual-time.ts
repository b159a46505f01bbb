import { z } from "zod";
import { within } from "#worker/async/within.ts";
import type { PageNetwork } from "./page-network.ts";
import type { RunInPage } from "./page-world.ts";
import type { VirtualClock } from "./virtual-clock.ts";
import { answerOnce, describePage, nextFrame, scrollOn } from "./virtual-scripts.ts";

/** The page's time after which it is looked at first, and then at once or, if it needs frames, with a frame before each part. */
const FIRST_MS = 50;
/** Six seconds in all: timers of five seconds and their effects are included. */
const PARTS_MS = [950, 5_000];
const REST_MS = 5_950;
/** The page's time for each window further down. */
const STEP_MS = 200;
/** The page's time for each round until nothing changes: longer than the 250 ms between the late frames of an animation. */
const ROUND_MS = 500;
const MAX_ROUNDS = 6;
/** Real time in each round for what takes none of the page's: other processes, and the database. */
const BREATH_MS = 15;
const LONG_BREATH_MS = 60;
const MAX_STORING_ROUNDS = 20;
/** Windows per look down the page, and number of looks: the limit for a page that grows for ever. */
const STEPS_PER_LOOK = 8;
const MAX_LOOKS_DOWN = 3;
/** Most documents that follow each other by themselves. */
const MAX_DOCUMENTS = 4;

/** Real time after which a page whose time does not pass is examined, and in which it must respond. */
const STUCK_MS = 500;
/** Real time that a page gets for an answer, or for its last step. */
const GRACE_MS = 1_500;
const POLL_MS = 100;
/** Real time that the browser gets to draw a frame. It draws none of a page that is leaving. */
const FRAME_MS = 250;

type VirtualTab = { inPage: RunInPage; network: PageNetwork; clock: VirtualClock };
type Bounds = {
  /** 1 for a page that came with scripts, which may have removed themselves. */
  mayRun: number;
  /** Returns true when no more real time should be spent on waiting. */
  isOver(): boolean;
  /** Real time after which a page that does not respond is given up. */
  hungMs: number;
};

const count = z.number();
const stateSchema = z.object({
  isOther: z.boolean(),
  changes: count,
  mayChange: z.boolean(),
  needsFrames: z.boolean(),
  isStoring: z.boolean(),
  ended: count,
});
type End = "at-rest" | "cannot-change" | "other-document" | "hung";

/**
 * Runs a page to its rest by virtual time: its timers run at once, its requests take as long as they take. Returns false for a page that
 * cannot be read so, because it does not respond.
 */
export async function settleByVirtualTime(tab: VirtualTab, bounds: Bounds): Promise<boolean> {
  const { inPage, network } = tab;
  const { mayRun, isOver } = bounds;
  const describe = async (endsAnimations = 0) => stateSchema.parse(await inPage(describePage, endsAnimations));
  const pass = (ms: number) => passTime(tab, ms, bounds);
  const draw = () => within(inPage(nextFrame), FRAME_MS);
  /** Runs the page's first seconds. */
  const run = async (): Promise<End> => {
    if (!(await pass(FIRST_MS))) return "hung";
    const { mayChange, needsFrames } = await describe();
    if (!mayRun && !mayChange) return "cannot-change";
    for (const ms of needsFrames ? PARTS_MS : [REST_MS]) {
      if (needsFrames) await draw();
      if (!(await pass(ms))) return "hung";
    }
    return "at-rest";
  };
  /** Runs rounds until one changes nothing. */
  const rest = async (): Promise<End> => {
    let state = await describe();
    if (state.isOther) return "other-document";
    let isQuiet = false;
    let sent = network.sent();
    const isLast = (round: number) => round >= (state.isStoring ? MAX_STORING_ROUNDS : MAX_ROUNDS) || isOver();
    for (let round = 0; !isQuiet && !isLast(round); round += 1) {
      await pause(state.isStoring ? LONG_BREATH_MS : BREATH_MS);
      const isDrawn = (round === 0 && !state.needsFrames) || (await draw());
      if (!(await pass(ROUND_MS))) return "hung";
      state = await describe(1);
      if (state.isOther) return "other-document";
      const isLoading = network.sent() !== sent || network.inFlight() > 0;
      isQuiet = state.ended + state.changes === 0 && isDrawn && !isLoading && !state.isStoring;
      sent = network.sent();
    }
    return "at-rest";
  };
  for (let documents = 0; documents < MAX_DOCUMENTS; documents += 1) {
    const first = await run();
    const end = first === "at-rest" ? await lookDown({ inPage, pass, rest, isOver }) : first;
    if (end !== "other-document") return end !== "hung";
  }
  return true;
}

type Looking = Pick<VirtualTab, "inPage"> &
  Pick<Bounds, "isOver"> & {
    pass(ms: number): Promise<boolean>;
    rest(): Promise<End>;
  };

/** Looks down the page window by window, so that what loads when seen appears, and rests after each look, the first one at least. */
async function lookDown({ inPage, pass, rest, isOver }: Looking): Promise<End> {
  let end: End = "at-rest";
  let from = 0;
  for (let look = 0; look < MAX_LOOKS_DOWN && end === "at-rest" && !isOver(); look += 1) {
    let steps = 0;
    for (; steps < STEPS_PER_LOOK && !isOver(); steps += 1) {
      const scrolled = inPage(scrollOn, from, 0);
      // A frame that is late may come in the next step, which scrolls to the same window.
      const next = (await within(scrolled, FRAME_MS)) ? count.nullable().parse(await scrolled) : from;
      if (next === null) break;
      from = next;
      if (!(await pass(STEP_MS))) return "hung";
    }
    if (steps === 0 && look > 0) break;
    if (steps > 0) await inPage(scrollOn, 0, 1);
    end = await rest();
  }
  return end;
}

/** Lets time of the page pass. Returns false if the page does not respond. */
async function passTime({ clock, network, inPage }: VirtualTab, ms: number, { isOver, hungMs }: Bounds): Promise<boolean> {
  const passed = clock.spend(ms);
  // A tab that closes meanwhile fails every other use of it, and that failure counts.
  passed.catch(() => undefined);
  let [busyAt, respondedAt] = [performance.now(), performance.now()];
  let isResponsive = true;
  while (!isOver()) {
    const probeAt = performance.now() + STUCK_MS;
    while (performance.now() < probeAt) {
      if (await within(passed, POLL_MS)) return true;
      if (network.inFlight() > 0) busyAt = performance.now();
    }
    isResponsive = await within(inPage(answerOnce), STUCK_MS);
    if (isResponsive) respondedAt = performance.now();
    if (performance.now() - respondedAt > hungMs) return false;
    // Time that does not pass in a page that neither works nor loads waits for something that may never come.
    if (isResponsive && performance.now() - busyAt > STUCK_MS) break;
  }
  if (!isResponsive) return false;
  await clock.hurry();
  return await within(passed, GRACE_MS);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
