const VOWELS = new Set("aeiouy");
/** Letters that stand for the same sound, so that ears mislead hands. */
const SOUND_ALIKE = new Set(["ck", "cs", "kc", "sc", "sz", "zs", "gj", "jg", "fv", "vf", "iy", "yi", "mn", "nm"]);

/** What each slip costs; 1 is a slip with nothing to explain it. */
const COST = {
  transposition: 0.75,
  doubling: 0.6,
  vowel: 0.75,
  soundAlike: 0.8,
  apostrophe: 0.3,
  vowelDropped: 0.85,
  firstLetter: 0.5,
  plain: 1,
};

/**
 * How unlikely it is that a hand wrote `wrong` when it meant `right`: an edit distance (insertions, deletions, substitutions and
 * transpositions of neighbours) in which common slips cost less: a doubled letter, a vowel for another, two letters swapped.
 * Gives Infinity as soon as it must exceed `limit`.
 */
export function editCost(wrong: string, right: string, limit: number): number {
  if (Math.abs(wrong.length - right.length) * COST.apostrophe > limit) return Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last: number[] = [0];
  for (let j = 1; j <= right.length; j++) last.push((last[j - 1] ?? 0) + gapCost(right, j - 1));
  for (let i = 1; i <= wrong.length; i++) {
    const row: number[] = [(last[0] ?? 0) + gapCost(wrong, i - 1)];
    let least = row[0] ?? 0;
    for (let j = 1; j <= right.length; j++) {
      let cost = Math.min((last[j] ?? 0) + gapCost(wrong, i - 1), (row[j - 1] ?? 0) + gapCost(right, j - 1));
      cost = Math.min(cost, (last[j - 1] ?? 0) + swapCost(wrong, i - 1, right, j - 1));
      if (i > 1 && j > 1 && wrong[i - 1] === right[j - 2] && wrong[i - 2] === right[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + COST.transposition);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit + COST.transposition) return Number.POSITIVE_INFINITY;
    beforeLast = last;
    last = row;
  }
  const cost = last[right.length] ?? Number.POSITIVE_INFINITY;
  return cost > limit ? Number.POSITIVE_INFINITY : cost;
}

/** A letter that one word has and the other lacks. */
function gapCost(word: string, at: number): number {
  const letter = word[at] ?? "";
  if (letter === "'") return COST.apostrophe;
  if (letter === word[at - 1] || letter === word[at + 1]) return COST.doubling;
  const cost = VOWELS.has(letter) ? COST.vowelDropped : COST.plain;
  return at === 0 ? cost + COST.firstLetter : cost;
}

function swapCost(wrong: string, i: number, right: string, j: number): number {
  const from = wrong[i] ?? "";
  const to = right[j] ?? "";
  if (from === to) return 0;
  const opening = i === 0 && j === 0 ? COST.firstLetter : 0;
  if (VOWELS.has(from) && VOWELS.has(to)) return COST.vowel + opening;
  if (SOUND_ALIKE.has(from + to)) return COST.soundAlike + opening;
  return COST.plain + opening;
}
