const VOWELS = new Set([..."aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿ"].map(code));
/** Letters that stand for the same sound, so that ears mislead hands; ASCII, and folded. */
const SOUND_ALIKE = new Set(["ck", "cs", "sc", "kc", "sz", "zs", "gj", "jg", "fv", "vf", "iy", "yi", "mn", "nm"].map(pairOf));

/** What each slip costs; 1 is a slip with nothing to explain it. */
const COST = {
  transposition: 0.75,
  doubling: 0.6,
  vowel: 0.75,
  accent: 0.3,
  soundAlike: 0.8,
  apostrophe: 0.3,
  vowelDropped: 0.85,
  firstLetter: 0.5,
  plain: 1,
};

const APOSTROPHE = code("'");
/** Longer words than this are no words. */
const LONGEST = 60;
/** The rows of the distance matrix, used again by each call: it is called a hundred thousand times for one word. */
const ROWS: [Float64Array, Float64Array, Float64Array] = [
  new Float64Array(LONGEST + 1),
  new Float64Array(LONGEST + 1),
  new Float64Array(LONGEST + 1),
];

/** Letters without their accents, for all code units below U+0180: "é" is "e". */
const FOLDED = Uint16Array.from({ length: 0x180 }, (_, unit) => foldedCode(unit));

/** Code units of a word in lower case, and where in them it lies. */
export type Spelled = { codes: Uint16Array; start: number; end: number };

/** The code units of a word in lower case. */
export function spelled(word: string): Spelled {
  const lower = word.toLowerCase();
  return { codes: Uint16Array.from(lower, (_, at) => lower.charCodeAt(at)), start: 0, end: lower.length };
}

/**
 * How unlikely it is that a hand wrote `wrong` when it meant `right`: an edit distance (insertions, deletions, substitutions and
 * transpositions of neighbours) in which common slips cost less: a doubled letter, a vowel for another, an accent, two letters swapped.
 * Gives Infinity as soon as it must exceed `limit`.
 */
export function editCost(wrong: Spelled, right: Spelled, limit: number): number {
  const [m, n] = [wrong.end - wrong.start, right.end - right.start];
  if (m > LONGEST || n > LONGEST) return Number.POSITIVE_INFINITY;
  const [a, b] = [wrong.codes, right.codes];
  let [beforeLast, last, row] = ROWS;
  last[0] = 0;
  for (let j = 1; j <= n; j++) last[j] = at(last, j - 1) + gapCost(right, j - 1);
  for (let i = 1; i <= m; i++) {
    const gap = gapCost(wrong, i - 1);
    const letter = a[wrong.start + i - 1] ?? 0;
    const letterBefore = i > 1 ? (a[wrong.start + i - 2] ?? 0) : -1;
    let least = at(last, 0) + gap;
    row[0] = least;
    for (let j = 1; j <= n; j++) {
      const meant = b[right.start + j - 1] ?? 0;
      let cost = at(last, j - 1) + (letter === meant ? 0 : swapCost(letter, meant, i === 1 && j === 1));
      const dropped = at(last, j) + gap;
      if (dropped < cost) cost = dropped;
      const missing = at(row, j - 1) + gapCost(right, j - 1);
      if (missing < cost) cost = missing;
      if (j > 1 && letter === b[right.start + j - 2] && letterBefore === meant) {
        const swapped = at(beforeLast, j - 2) + COST.transposition;
        if (swapped < cost) cost = swapped;
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit + COST.transposition) return Number.POSITIVE_INFINITY;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  const cost = at(last, n);
  return cost > limit ? Number.POSITIVE_INFINITY : cost;
}

function at(row: Float64Array, index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** A letter that one word has and the other lacks. */
function gapCost({ codes, start, end }: Spelled, place: number): number {
  const letter = codes[start + place] ?? 0;
  if (letter === APOSTROPHE) return COST.apostrophe;
  if (place > 0 && letter === codes[start + place - 1]) return COST.doubling;
  if (start + place + 1 < end && letter === codes[start + place + 1]) return COST.doubling;
  const cost = VOWELS.has(letter) ? COST.vowelDropped : COST.plain;
  return place === 0 ? cost + COST.firstLetter : cost;
}

function swapCost(from: number, to: number, isFirst: boolean): number {
  const [plainFrom, plainTo] = [folded(from), folded(to)];
  if (plainFrom === plainTo) return COST.accent;
  const opening = isFirst ? COST.firstLetter : 0;
  if (VOWELS.has(from) && VOWELS.has(to)) return COST.vowel + opening;
  if (SOUND_ALIKE.has(plainFrom * 0x10000 + plainTo)) return COST.soundAlike + opening;
  return COST.plain + opening;
}

function folded(unit: number): number {
  return FOLDED[unit] ?? unit;
}

function foldedCode(unit: number): number {
  return code(String.fromCharCode(unit).normalize("NFD"));
}

function pairOf(letters: string): number {
  return code(letters) * 0x10000 + letters.charCodeAt(1);
}

function code(letter: string): number {
  return letter.charCodeAt(0);
}
