const END = 6;
const STEPS = 256;
const TABLE = Float32Array.from({ length: 2 * END * STEPS + 2 }, (_, at) => computeGelu(at / STEPS - END));

/** Returns a number times the share of the normal distribution below it (Hendrycks and Gimpel, 2016), from a table. */
export function gelu(x: number): number {
  if (x <= -END) return 0;
  if (x >= END) return x;
  const place = (x + END) * STEPS;
  const at = Math.floor(place);
  const low = TABLE[at] ?? 0;
  return low + ((TABLE[at + 1] ?? 0) - low) * (place - at);
}

/** Uses the approximation 7.1.26 of Abramowitz and Stegun for the error function. */
function computeGelu(x: number): number {
  const size = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * size);
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return (x * (1 + Math.sign(x) * (1 - series * Math.exp(-size * size)))) / 2;
}
