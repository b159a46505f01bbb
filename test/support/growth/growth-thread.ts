import { parentPort, workerData } from "node:worker_threads";
import { attacksOn, NASTY_PUMPS } from "./attack-strings.ts";
import type { Measured } from "./faults-in-thread.ts";
import { type GrowingText, measureGrowth } from "./measure-growth.ts";
import type { SourceExpression } from "./source-expressions.ts";

/** Lengths for every attack, and larger ones for the slowest. */
const SIZES = [2_000, 8_000, 32_000];
const LARGE_SIZES = [32_000, 125_000, 500_000, 2_000_000];
const FLOOR_MS = 12;

const port = parentPort;
if (!port) throw new Error("growth-thread runs in a worker thread.");

function apply(expression: RegExp, text: string): void {
  if (expression.global) text.replace(expression, "");
  else if (expression.sticky) for (expression.lastIndex = 0; expression.exec(text)?.[0]; );
  else expression.exec(text);
}

/** Returns what makes an expression's time grow faster than the text; null if nothing does. */
function faultOf({ source, flags }: SourceExpression): string | null {
  const expression = new RegExp(source, flags);
  const work = (text: string) => apply(expression, text);
  const shared = NASTY_PUMPS.flatMap((pump) => ["", "\0"].map((tail) => ({ head: "", pump, tail })));
  let slowest: { text: GrowingText; ms: number } | null = null;
  for (const text of [...attacksOn(source, flags), ...shared]) {
    const { fault, ms } = measureGrowth(text, work, { sizes: SIZES, floorMs: FLOOR_MS });
    if (fault) return fault;
    if (!slowest || ms > slowest.ms) slowest = { text, ms };
  }
  return slowest && measureGrowth(slowest.text, work, { sizes: LARGE_SIZES, floorMs: FLOOR_MS }).fault;
}

const { cases, from }: { cases: readonly SourceExpression[]; from: number } = workerData;
for (const [index, expression] of cases.entries())
  if (index >= from) port.postMessage({ index, fault: faultOf(expression) } satisfies Measured);
