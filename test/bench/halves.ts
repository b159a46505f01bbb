import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

export const HALVES = ["development", "aside", "all"] as const;
/** Rules and words are tuned on the development half only; what is kept aside says whether they hold on text that nobody tuned on. */
export type Half = (typeof HALVES)[number];

/** Which half a row of a corpus belongs to: the same whenever it is asked, whatever stands around the row. About half each. */
export function halfOf(row: readonly string[]): Exclude<Half, "all"> {
  const [first = 0] = createHash("sha256").update(row.join("\t")).digest();
  return first % 2 === 0 ? "development" : "aside";
}

/**
 * The rows of a tab-separated corpus, cell by cell, that are in a half.
 *
 * @throws when there is no such file
 */
export function readRows(path: string, half: Half): string[][] {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  return lines.map((line) => line.split("\t")).filter((row) => half === "all" || halfOf(row) === half);
}

/**
 * The half named after `--half` among a script's arguments; `otherwise` where it is not there.
 *
 * @throws when it names none
 */
export function halfFrom(argv: readonly string[], otherwise: Half = "development"): Half {
  const at = argv.indexOf("--half");
  if (at === -1) return otherwise;
  const half = HALVES.find((one) => one === argv[at + 1]);
  if (!half) throw new Error(`--half is one of ${HALVES.join(", ")}.`);
  return half;
}
