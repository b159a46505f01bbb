import { z } from "zod";
import { within } from "#worker/async/within.ts";
import { BLOCK_ELEMENTS } from "#worker/core/page/html/element-kinds.ts";
import { makeLocator } from "#worker/core/page/locate/locate-mistakes.ts";
import { type Box, mergeRects } from "#worker/core/page/locate/merge-rects.ts";
import { squeeze } from "#worker/core/page/locate/squeeze.ts";
import type { WantedMark } from "#worker/core/page/locate/wanted-mark.ts";
import type { PageFailure } from "#worker/core/page/page-failure.ts";
import type { Tab } from "../open-tab.ts";
import type { NetworkVisit } from "../page-network.ts";
import { failureOf } from "../render-failure.ts";
import { settleByWaiting } from "../settle-by-waiting.ts";
import {
  hideOverlays,
  keepSeenBoxes,
  measureElements,
  measureTexts,
  showEverything,
  stopAnimations,
  wantedHeight,
} from "./mark-scripts.ts";
import { readPageText } from "./read-page-text.ts";
import { type Shot, shootPage } from "./shoot-page.ts";

/** Window of the drawing browser, in CSS pixels: a common laptop's. */
export const DRAWN_WINDOW = { width: 1280, height: 900 };
/** Most pixels of a page's height that are drawn. */
const MOST_HEIGHT = 12_000;
/** Longest wait for a page's scripts, and for its pictures and fonts. Then it is drawn as it is. */
const SETTLE_MS = 5_000;
const SHOW_MS = 5_000;
/** Longest text of a page in which mistakes are looked for, in UTF-16 code units. */
const MOST_TEXT = 2_000_000;
/** Distance by which a mark may move while the picture is taken. */
const STILL = 3;

export type DrawOptions = NetworkVisit & {
  signal: AbortSignal;
  /** Limit for everything from opening the page to its picture. */
  timeoutMs: number;
  /** Most bytes of the picture. */
  maxPicture: number;
  marks: readonly WantedMark[];
};

/** A picture of a page. `marks`: the rectangles of those mistakes that are seen in it, in CSS pixels. */
export type DrawnPage = Shot & { marks: { id: string; rects: Box[] }[] };

const NO_MARK: PageFailure = { code: "no-text", message: "None of the mistakes is seen on the page now." };
const TIMED_OUT: PageFailure = { code: "browser-timeout", message: "The page was not drawn in time." };
const CRASHED: PageFailure = { code: "browser-crash", message: "The page crashed the browser." };

/**
 * Opens a page in a tab of the drawing browser and takes a picture of it, if one of the mistakes is seen there. Faults of the page are values.
 * The tab must not be used again. @throws the signal's reason when it aborts.
 */
export async function drawPage(tab: Tab, url: string, options: DrawOptions): Promise<DrawnPage | PageFailure> {
  const { signal, timeoutMs } = options;
  signal.throwIfAborted();
  const ended = Promise.withResolvers<PageFailure>();
  const timer = setTimeout(() => ended.resolve(TIMED_OUT), timeoutMs);
  const abort = () => ended.reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([draw(tab, url, options), tab.whenCrashed.then(() => CRASHED), ended.promise]);
  } catch (error) {
    signal.throwIfAborted();
    const failure = failureOf(error);
    if (!failure) throw error;
    return failure;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}

async function draw(tab: Tab, url: string, options: DrawOptions): Promise<DrawnPage | PageFailure> {
  const { page, inPage } = tab;
  await tab.network.begin(options);
  const response = await page.goto(url, { waitUntil: "domcontentloaded", timeout: options.timeoutMs });
  if (response && response.status() >= 400)
    return { code: "http-error", message: `The server answered with an error (${response.status()}).` };
  await settleByWaiting(tab, 1, SETTLE_MS);
  await within(inPage(showEverything, MOST_HEIGHT), SHOW_MS);
  const needed = z.number().parse(await inPage(wantedHeight));
  if (needed > DRAWN_WINDOW.height)
    await page.setViewportSize({ ...DRAWN_WINDOW, height: Math.min(Math.ceil(needed), MOST_HEIGHT) });
  await inPage(stopAnimations);
  const measure = await prepareMarks(tab, options.marks);
  const first = await measure();
  if (first.size === 0) return NO_MARK;
  await inPage(hideOverlays);
  const shot = await shootPage(tab, { width: DRAWN_WINDOW.width, mostHeight: MOST_HEIGHT, mostBytes: options.maxPicture });
  if ("code" in shot) return shot;
  const second = await measure();
  const marks = [...first].flatMap(([id, rects]) => {
    const size = { width: shot.width, height: shot.height };
    const [before, after] = [mergeRects(rects, size), mergeRects(second.get(id) ?? [], size)];
    return before.length > 0 && isStill(before, after) ? [{ id, rects: before }] : [];
  });
  return marks.length > 0 ? { ...shot, marks } : NO_MARK;
}

function isStill(before: readonly Box[], after: readonly Box[]): boolean {
  const near = (one: number, other: number | undefined) => other !== undefined && Math.abs(one - other) <= STILL;
  return before.every(({ x, y }, index) => near(x, after[index]?.x) && near(y, after[index]?.y));
}

const textSchema = z.object({
  pieces: z.array(z.object({ text: z.string(), shown: z.boolean() })),
  runs: z.array(z.object({ pieces: z.array(z.number()), owners: z.array(z.number()), within: z.array(z.number()) })),
});
const boxesSchema = z.array(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }));
const textsSchema = z.array(z.object({ text: z.string(), rects: boxesSchema }));

/**
 * Finds the mistakes in the page as it is now. Returns a function that measures them: it returns the rectangles of those that are seen and
 * whose text is that of the mistake.
 */
async function prepareMarks({ inPage }: Tab, marks: readonly WantedMark[]): Promise<() => Promise<Map<string, Box[]>>> {
  const selectors = [...new Set(marks.map(({ selector }) => selector))];
  const read = await inPage(readPageText, JSON.stringify(selectors), [...BLOCK_ELEMENTS].join(" "), MOST_TEXT);
  const locate = makeLocator(textSchema.parse(read));
  const texts = marks.flatMap((mark) => {
    if (!("text" in mark)) return [];
    const ranges = locate({ ...mark, selector: selectors.indexOf(mark.selector) });
    return ranges ? [{ id: mark.id, ranges, text: mark.text.slice(mark.start, mark.end) }] : [];
  });
  const elements = marks.filter((mark) => !("text" in mark));
  return async () => {
    await inPage(keepSeenBoxes);
    const ofTexts = textsSchema.parse(await inPage(measureTexts, JSON.stringify(texts.map(({ ranges }) => ranges))));
    const ofElements = z.array(boxesSchema).parse(await inPage(measureElements, JSON.stringify(elements)));
    const found = new Map<string, Box[]>();
    for (const [index, { id, text }] of texts.entries()) {
      const { rects, text: shown } = ofTexts[index] ?? { rects: [], text: "" };
      if (rects.length > 0 && saysSame(shown, text)) found.set(id, rects);
    }
    for (const [index, { id }] of elements.entries()) {
      const rects = ofElements[index] ?? [];
      if (rects.length > 0) found.set(id, rects);
    }
    return found;
  };
}

/** A mistake with a placeholder in it is compared without the placeholder, and white space alone with nothing. */
function saysSame(shown: string, text: string): boolean {
  const wanted = squeeze(text).text.replaceAll("\uFFFC", "");
  return wanted === "" || squeeze(shown).text === wanted;
}
