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
  if (wrong.length > LONGEST || right.length > LONGEST) return Number.POSITIVE_INFINITY;
  let [beforeLast, last, row] = ROWS;
  last[0] = 0;
  for (let j = 1; j <= right.length; j++) last[j] = at(last, j - 1) + gapCost(right, j - 1);
  for (let i = 1; i <= wrong.length; i++) {
    const gap = gapCost(wrong, i - 1);
    let least = at(last, 0) + gap;
    row[0] = least;
    for (let j = 1; j <= right.length; j++) {
      let cost = Math.min(at(last, j) + gap, at(row, j - 1) + gapCost(right, j - 1));
      cost = Math.min(cost, at(last, j - 1) + swapCost(wrong, i - 1, right, j - 1));
      if (i > 1 && j > 1 && wrong[i - 1] === right[j - 2] && wrong[i - 2] === right[j - 1]) {
        cost = Math.min(cost, at(beforeLast, j - 2) + COST.transposition);
      }
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit + COST.transposition) return Number.POSITIVE_INFINITY;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  const cost = at(last, right.length);
  return cost > limit ? Number.POSITIVE_INFINITY : cost;
}

/** Longer words than this are no words. */
const LONGEST = 60;
/** The rows of the distance matrix, used again by each call: it is called a hundred thousand times for one word. */
const ROWS: [Float64Array, Float64Array, Float64Array] = [
  new Float64Array(LONGEST + 1),
  new Float64Array(LONGEST + 1),
  new Float64Array(LONGEST + 1),
];

function at(row: Float64Array, index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** A letter that one word has and the other lacks. */
function gapCost(word: string, place: number): number {
  const letter = word[place] ?? "";
  if (letter === "'") return COST.apostrophe;
  if (letter === word[place - 1] || letter === word[place + 1]) return COST.doubling;
  const cost = VOWELS.has(letter) ? COST.vowelDropped : COST.plain;
  return place === 0 ? cost + COST.firstLetter : cost;
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
