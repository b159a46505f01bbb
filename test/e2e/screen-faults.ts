import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright";

export type Look = { width: number; colorScheme: "light" | "dark" };

const ONCE_EACH: readonly Look[] = [
  { width: 390, colorScheme: "light" },
  { width: 1440, colorScheme: "dark" },
];
const OTHERS: readonly Look[] = [
  { width: 390, colorScheme: "dark" },
  { width: 1440, colorScheme: "light" },
];

/**
 * Colours depend on the theme and the layout on the width, so two looks cover both themes and both widths. `npm run screens`, which is for
 * looking at pictures, takes all four.
 */
export const LOOKS = process.env.SCREENS_FOLDER ? [...ONCE_EACH, ...OTHERS] : ONCE_EACH;

/** Returns what axe finds wrong with a screen in one look, and if it is wider than the window. Opens its disclosures. */
export async function faultsOf(page: Page, { width, colorScheme }: Look): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.waitForFunction(areFramesHydrated);
  await page.evaluate(() => {
    for (const disclosure of document.querySelectorAll("details")) disclosure.open = true;
    // A mail in the Mailbox is in a frame where no script may run: axe would wait for it for ever.
    for (const frame of document.querySelectorAll("iframe")) frame.replaceWith(document.createElement("p"));
  });
  // Colours that still change from the other theme would be measured half-way. They begin to change with the next frame.
  await page.evaluate(async () => {
    for (const _frame of [1, 2]) await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  });
  // In the page itself: by default axe opens a tab of its own for each analysis, to join the frames that we do not have.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"], preload: false }).setLegacyMode();
  const { violations } = await axe.analyze();
  const faults = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 200)}`);
  if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth))
    faults.push("is wider than the window");
  return faults.map((fault) => `${colorScheme} ${width}: ${fault}`);
}

/** Runs in the page. Returns true once React has taken the frames over, since it reports an element that was replaced before. */
function areFramesHydrated(): boolean {
  const frames = [...document.querySelectorAll("iframe")];
  return frames.every((frame) => Object.keys(frame).some((key) => key.startsWith("__reactFiber$")));
}

/** Returns the faults of a screen in every look. */
export async function faultsInAllLooks(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const look of LOOKS) faults.push(...(await faultsOf(page, look)));
  return faults;
}
