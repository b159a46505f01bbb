/** A row of what a logistic regression is fitted to. */
export type Row = { features: readonly number[]; isSlip: boolean; weight: number };

const MOST_STEPS = 60;
const CLOSE = 1e-5;

type Fit = { centre: readonly number[]; penalty: number; signs: readonly number[] };

/**
 * Fits a logistic regression whose weights have the given signs (1, -1, or 0 for any). A weight that would have the wrong one is 0, and
 * the others are fitted again without it.
 */
export function fitLogistic(rows: readonly Row[], fit: Fit): number[] {
  let kept = rows;
  const dropped = new Set<number>();
  for (;;) {
    const weights = fitFree(kept, { ...fit, centre: fit.centre.map((weight, at) => (dropped.has(at) ? 0 : weight)) });
    const wrong = weights.flatMap((weight, at) => (weight * (fit.signs[at] ?? 0) < 0 && !dropped.has(at) ? [at] : []));
    if (wrong.length === 0) return weights;
    for (const at of wrong) dropped.add(at);
    kept = rows.map((row) => ({ ...row, features: row.features.map((value, at) => (dropped.has(at) ? 0 : value)) }));
  }
}

/**
 * Fits a logistic regression by Newton's method. Weights are drawn to those of `centre`, the more the larger `penalty` is, on the scale
 * of each feature's spread.
 */
function fitFree(rows: readonly Row[], { centre, penalty }: Omit<Fit, "signs">): number[] {
  const size = centre.length;
  const spread = spreadOf(rows, size);
  let weights = [...centre];
  for (let step = 0; step < MOST_STEPS; step++) {
    const gradient = weights.map((weight, at) => penalty * (spread[at] ?? 0) * (weight - (centre[at] ?? 0)));
    const curve = weights.map((_, at) => weights.map((__, other) => (at === other ? penalty * (spread[at] ?? 0) + 1e-6 : 0)));
    for (const { features, isSlip, weight } of rows) {
      const p = 1 / (1 + Math.exp(-dot(weights, features)));
      const off = weight * (p - (isSlip ? 1 : 0));
      const bend = Math.max(1e-6, weight * p * (1 - p));
      for (let at = 0; at < size; at++) {
        const value = features[at] ?? 0;
        if (value === 0) continue;
        gradient[at] = (gradient[at] ?? 0) + off * value;
        const row = curve[at];
        if (row)
          for (let other = 0; other < size; other++) row[other] = (row[other] ?? 0) + bend * value * (features[other] ?? 0);
      }
    }
    const move = solve(curve, gradient);
    const longest = Math.max(...move.map(Math.abs));
    const scale = Math.min(1, 4 / longest);
    weights = weights.map((weight, at) => weight - scale * (move[at] ?? 0));
    if (longest < CLOSE) break;
  }
  return weights;
}

/** The variance of each feature, but 0 for one that is always the same: what is a constant is not drawn anywhere. */
function spreadOf(rows: readonly Row[], size: number): number[] {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  return Array.from({ length: size }, (_, at) => {
    const mean = rows.reduce((sum, { features, weight }) => sum + weight * (features[at] ?? 0), 0) / total;
    const variance = rows.reduce((sum, { features, weight }) => sum + weight * ((features[at] ?? 0) - mean) ** 2, 0) / total;
    return variance === 0 && mean !== 0 ? 0 : Math.max(variance, 0.01);
  });
}

function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** Solves a system of linear equations by elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let at = 0; at < rows.length; at++) {
    const pivot = rows
      .slice(at)
      .reduce((best, row, index) => (Math.abs(row[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0) ? at + index : best), at);
    const taken = rows[pivot];
    const here = rows[at];
    if (!taken || !here) continue;
    rows[pivot] = here;
    rows[at] = taken;
    for (const [index, row] of rows.entries()) {
      if (index === at) continue;
      const factor = (row[at] ?? 0) / (taken[at] ?? 1);
      for (let column = at; column < row.length; column++) row[column] = (row[column] ?? 0) - factor * (taken[column] ?? 0);
    }
  }
  return rows.map((row, at) => (row[rows.length] ?? 0) / (row[at] ?? 1));
}
