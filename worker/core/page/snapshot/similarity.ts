/** Length up to which texts are compared: enough to tell an edit from another text. */
const COMPARED = 400;

/**
 * Returns a function that gives a text's similarity to `text`, from 0 (nothing in common) to 1: the Sørensen-Dice coefficient
 * of their character pairs. Make it once and call it for each candidate.
 */
export function similarityTo(text: string): (other: string) => number {
  const own = pairsOf(text);
  const total = sizeOf(own);
  return (other) => {
    const pairs = pairsOf(other);
    let common = 0;
    for (const [pair, count] of pairs) common += Math.min(count, own.get(pair) ?? 0);
    const size = total + sizeOf(pairs);
    return size === 0 ? 0 : (2 * common) / size;
  };
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  const compared = ` ${text.slice(0, COMPARED)} `;
  for (let index = 0; index + 1 < compared.length; index += 1) {
    const pair = compared.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function sizeOf(pairs: Map<string, number>): number {
  let size = 0;
  for (const count of pairs.values()) size += count;
  return size;
}
