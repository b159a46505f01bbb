import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

export const HALVES = ["development", "aside", "all"] as const;
/**
 * A half of a corpus. Rules and words are tuned on the development half only; the half kept aside shows if they hold on unseen
 * text.
 */
export type Half = (typeof HALVES)[number];

/** Returns the half to which a row of a corpus belongs. Depends only on the row; about half of all rows each. */
export function halfOf(row: readonly string[]): Exclude<Half, "all"> {
  const [first = 0] = createHash("sha256").update(row.join("\t")).digest();
  return first % 2 === 0 ? "development" : "aside";
}

/**
 * Returns the rows of a tab-separated corpus that are in a half, split into cells.
 * @throws when there is no such file
 */
export function readRows(path: string, half: Half): string[][] {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  return lines.map((line) => line.split("\t")).filter((row) => half === "all" || halfOf(row) === half);
}

/**
 * Returns the half named after `--half` among a script's arguments; `otherwise` without it.
 * @throws when it names none
 */
export function halfFrom(argv: readonly string[], otherwise: Half = "development"): Half {
  const at = argv.indexOf("--half");
  if (at === -1) return otherwise;
  const half = HALVES.find((one) => one === argv[at + 1]);
  if (!half) throw new Error(`--half is one of ${HALVES.join(", ")}.`);
  return half;
}
