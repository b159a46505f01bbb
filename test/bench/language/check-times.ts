import { TEXT_CHECK_IDS } from "#worker/core/checks/check-kinds.ts";
import { detectLanguage } from "#worker/core/language/detect-language.ts";
import type { Block } from "#worker/core/page/block.ts";
import { createCheckPool } from "#worker/threads/check/check-pool.ts";

/** Milliseconds of processor time for some texts, in one checking thread as a crawl uses it. */
export type CheckTimes = { median: number; worst: number };

const OPTIONS = { siteLanguage: "auto", pageLang: "en-US" } as const;
/** Texts that a thread checks before measuring, to resemble a worker that runs all day. */
const WARM_UP = 100;
const CHUNK = 20;

/**
 * Measures the extra cost of a misspelt word over a right one in the same sentence: finding it and its suggestions. Uses the
 * processor time of this process, which waits meanwhile, so that other programs do not count.
 */
export async function timeSuggestions(pairs: readonly { wrong: string; right: string }[]): Promise<CheckTimes> {
  const pool = createCheckPool({ threads: 1 });
  const cost = async (text: string) => {
    const before = process.cpuUsage();
    await pool.checkBlocks([blockOf(text)], { ...OPTIONS, only: ["spelling"] });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  try {
    for (const { right, wrong } of pairs.slice(0, WARM_UP)) for (const text of [right, `${wrong}e`]) await cost(text);
    const rights: number[] = [];
    for (const { right } of pairs) rights.push(await cost(right));
    const base = sorted(rights)[Math.floor(rights.length / 2)] ?? 0;
    const costs: number[] = [];
    for (const { wrong } of pairs) costs.push(Math.max(0, (await cost(wrong)) - base));
    return { median: sorted(costs)[Math.floor(costs.length / 2)] ?? 0, worst: Math.max(...costs) };
  } finally {
    await pool.close();
  }
}

/**
 * Measures how many thousands of characters one core checks per second with all text checks on: by processor time and by the
 * clock. `others`: texts that the thread has checked before, as in a worker that runs all day.
 */
export async function timeText(
  texts: readonly string[],
  others: readonly string[],
): Promise<{ byProcessor: number; byClock: number }> {
  const pool = createCheckPool({ threads: 1 });
  // One paragraph is Spanish and would load its dictionary during the measurement.
  const blocks = texts.filter((text) => detectLanguage(text).language === "en").map(blockOf);
  const check = (some: Block[]) => pool.checkBlocks(some, { ...OPTIONS, only: TEXT_CHECK_IDS });
  try {
    await check(others.map(blockOf));
    const before = process.cpuUsage();
    const started = performance.now();
    for (let at = 0; at < blocks.length; at += CHUNK) await check(blocks.slice(at, at + CHUNK));
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(before);
    const kilobytes = blocks.reduce((sum, { text }) => sum + text.length, 0) / 1000;
    return { byProcessor: kilobytes / ((user + system) / 1_000_000), byClock: kilobytes / seconds };
  } finally {
    await pool.close();
  }
}

function blockOf(text: string): Block {
  return { hash: text, kind: "paragraph", lang: "en-US", text };
}

function sorted(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}
