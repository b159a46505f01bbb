import { type Finding, MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";

/** Counts of one group of sentences. */
export type Tally = { rows: number; mailed: number; shown: number; repaired: number };

export function isMailed({ confidence }: Finding): boolean {
  return confidence >= MAIL_CONFIDENCE;
}

export function sumTallies(a: Tally | undefined, b: Tally): Tally {
  if (!a) return b;
  return { rows: a.rows + b.rows, mailed: a.mailed + b.mailed, shown: a.shown + b.shown, repaired: a.repaired + b.repaired };
}

/** Returns a share in percent, with its 95 % interval by Wilson's score. */
export function shareWithInterval(part: number, rows: number): string {
  const z = 1.96;
  const share = part / rows;
  const middle = share + (z * z) / (2 * rows);
  const half = z * Math.sqrt((share * (1 - share)) / rows + (z * z) / (4 * rows * rows));
  const [low, high] = [middle - half, middle + half].map((edge) => ((100 * edge) / (1 + (z * z) / rows)).toFixed(1));
  return `${percent(part, rows)} (${low}–${high})`;
}

export function percent(part: number, rows: number): string {
  return `${((100 * part) / rows).toFixed(1)} %`;
}
