import { z } from "zod";
import type { FrameDrawer } from "./frame-drawer.ts";
import type { PageNetwork } from "./page-network.ts";
import type { RunInPage } from "./page-world.ts";
import type { VirtualClock } from "./virtual-clock.ts";
import { answerOnce, countChanges, endAnimations, mayChange, scrollOn } from "./virtual-scripts.ts";

/**
 * Milliseconds of the page's time, with a frame after each: six seconds in all, so that timers of five seconds and their effects are
 * included. The frames come early and late because transitions need one to begin and one to end.
 */
const CHUNKS_MS = [50, 200, 750, 1_500, 3_500] as const;
/** The page's time for each window further down, and for each round until nothing changes. */
const STEP_MS = 200;
const MAX_ROUNDS = 6;
/** Real time in each round for what takes none of the page's: storage, frames, other processes. */
const BREATH_MS = 15;
/** Windows per look down the page, and number of looks: the limit for a page that grows for ever. */
const STEPS_PER_LOOK = 8;
const MAX_LOOKS_DOWN = 3;
/** Most documents that follow each other by themselves. */
const MAX_DOCUMENTS = 4;

/** Real time after which a page that loads nothing and whose time does not pass is examined. */
const STUCK_MS = 500;
/** Real time that a page gets for an answer, or for its last step. */
const GRACE_MS = 1_500;
const POLL_MS = 100;

type VirtualTab = { inPage: RunInPage; network: PageNetwork; frames: FrameDrawer; clock: VirtualClock };
type Bounds = {
  /** 1 for a page that came with scripts, which may have removed themselves. */
  mayRun: number;
  /** Returns true when no more real time should be spent on waiting. */
  isOver(): boolean;
};

const count = z.number();

/**
 * Runs a page to its rest by virtual time: its timers run at once, its requests take as long as they take. Returns false for a page that
 * cannot be read so, because it does not respond.
 */
export async function settleByVirtualTime(tab: VirtualTab, { mayRun, isOver }: Bounds): Promise<boolean> {
  const { inPage, network, frames, clock } = tab;
  const pass = (ms: number) => passTime(tab, ms, isOver);
  const draw = () => within(frames.draw(clock.now()), GRACE_MS);
  /** Runs rounds until one changes nothing. Returns null for a page that stopped responding. */
  const rest = async (): Promise<"at-rest" | "other-document" | null> => {
    for (let round = 0; round < MAX_ROUNDS && !isOver(); round += 1) {
      const sent = network.sent();
      if (!(await draw()) || !(await pass(STEP_MS))) return null;
      const ended = count.parse(await inPage(endAnimations));
      await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
      const changes = count.parse(await inPage(countChanges));
      if (changes < 0) return "other-document";
      if (ended + changes === 0 && network.sent() === sent && network.inFlight() === 0) break;
    }
    return "at-rest";
  };
  for (let documents = 0; documents < MAX_DOCUMENTS; documents += 1) {
    for (const [index, ms] of CHUNKS_MS.entries()) {
      if (!(await pass(ms)) || !(await draw())) return false;
      if (index > 0) continue;
      await inPage(countChanges);
      if (!mayRun && !(await inPage(mayChange))) return true;
    }
    const end = await lookDown({ inPage, pass, draw, rest, isOver });
    if (end !== "other-document") return end !== null;
  }
  return true;
}

type Looking = Pick<VirtualTab, "inPage"> &
  Pick<Bounds, "isOver"> & {
    pass(ms: number): Promise<boolean>;
    draw(): Promise<boolean>;
    rest(): Promise<"at-rest" | "other-document" | null>;
  };

/** Looks down the page window by window, so that what loads when seen appears, and rests after each look. */
async function lookDown({ inPage, pass, draw, rest, isOver }: Looking): Promise<"at-rest" | "other-document" | null> {
  const scroll = async (from: number, toTop = 0) => count.nullable().parse(await inPage(scrollOn, from, toTop));
  let end = await rest();
  let from: number | null = 0;
  for (let look = 0; look < MAX_LOOKS_DOWN && end === "at-rest" && !isOver(); look += 1) {
    let steps = 0;
    for (; steps < STEPS_PER_LOOK && !isOver(); steps += 1) {
      const next: number | null = await scroll(from);
      if (next === null) break;
      from = next;
      if (!(await draw()) || !(await pass(STEP_MS))) return null;
    }
    if (steps === 0) break;
    await scroll(0, 1);
    end = await rest();
  }
  return end;
}

/** Lets time of the page pass. Returns false if the page does not respond. */
async function passTime({ clock, network, inPage }: VirtualTab, ms: number, isOver: () => boolean): Promise<boolean> {
  const passed = clock.spend(ms);
  let busyAt = performance.now();
  let isResponsive = true;
  while (!isOver()) {
    if (await within(passed, POLL_MS)) return true;
    if (network.inFlight() > 0) busyAt = performance.now();
    if (performance.now() - busyAt < STUCK_MS) continue;
    // A page that is at work needs more time; one that is not waits for something that is no request.
    isResponsive = await within(inPage(answerOnce), STUCK_MS);
    if (isResponsive) break;
  }
  if (!isResponsive) return false;
  await clock.hurry();
  return await within(passed, GRACE_MS);
}

/** Returns true if the promise resolves within this real time. Rejects as it does. */
async function within(promise: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const done = promise.then(() => true as const);
  const isDone = await Promise.race([done, late]).finally(() => clearTimeout(timer));
  return isDone;
}
