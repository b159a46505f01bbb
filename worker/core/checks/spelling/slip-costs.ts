/** What each slip of the hand costs; 1 is a slip with nothing to explain it. */
const COST = {
  doubling: 0.6,
  vowel: 0.75,
  accent: 0.3,
  soundAlike: 0.8,
  neighbourKey: 0.9,
  apostrophe: 0.3,
  missingVowel: 0.8,
  missing: 0.9,
  extraVowel: 0.9,
  extra: 1.05,
  plain: 1,
};

export const TRANSPOSITION = 0.75;
/** The least that each kind of slip costs between words without accents and apostrophes; `missing` and `extra`: a letter that the other word has nowhere. */
export const LEAST = { swap: COST.vowel, gap: COST.doubling, missing: COST.missingVowel, extra: COST.extraVowel };
/** Added where the first letter is wrong: the eye checks it best. */
export const FIRST_LETTER = 0.5;

const KEY_ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
/** Letters that stand for the same sound, so that ears mislead hands. */
const SOUND_ALIKE = ["ck", "cs", "sz", "gj", "fv", "iy", "mn", "kq", "dt", "bp"];

const A = "a".charCodeAt(0);
const APOSTROPHE = "'".charCodeAt(0);
const LETTERS = 26;
/** Code units that have a table entry: Latin letters with their accents. */
const TABLED = 0x180;

const FOLDED = Uint16Array.from({ length: TABLED }, (_, unit) => String.fromCharCode(unit).normalize("NFD").charCodeAt(0));
const IS_VOWEL = Uint8Array.from({ length: TABLED }, (_, unit) =>
  "aeiouyæœø".includes(String.fromCharCode(FOLDED[unit] ?? 0)) ? 1 : 0,
);
const SWAPS = new Float64Array(LETTERS * LETTERS).fill(COST.plain);
for (let from = 0; from < LETTERS; from++) {
  for (let to = 0; to < LETTERS; to++) if (isVowel(A + from) && isVowel(A + to)) SWAPS[from * LETTERS + to] = COST.vowel;
}
for (const [row, keys] of KEY_ROWS.entries()) {
  for (const [place, key] of [...keys].entries()) {
    for (const near of [keys[place + 1], KEY_ROWS[row + 1]?.[place], KEY_ROWS[row + 1]?.[place - 1]]) {
      if (near) cheapen(key + near, COST.neighbourKey);
    }
  }
}
for (const pair of SOUND_ALIKE) cheapen(pair, COST.soundAlike);

function cheapen(pair: string, cost: number): void {
  const [a, b] = [pair.charCodeAt(0) - A, pair.charCodeAt(1) - A];
  for (const place of [a * LETTERS + b, b * LETTERS + a]) SWAPS[place] = Math.min(SWAPS[place] ?? cost, cost);
}

function isVowel(unit: number): boolean {
  return IS_VOWEL[unit] === 1;
}

/** A letter written for another: code units in lower case, which differ. */
export function swapCost(from: number, to: number): number {
  const [a, b] = [FOLDED[from] ?? from, FOLDED[to] ?? to];
  if (a === b) return COST.accent;
  return SWAPS[(a - A) * LETTERS + b - A] ?? COST.plain;
}

/** What each letter of a word costs where the other word lacks it. `isWritten`: it is one too many, else it was left out, which is more common. */
export function gapCosts(
  codes: Uint16Array,
  { start, end, isWritten }: { start: number; end: number; isWritten: boolean },
  into: Float64Array,
): void {
  for (let at = start; at < end; at++) {
    const letter = codes[at] ?? 0;
    let cost = isVowel(letter) ? COST.missingVowel : COST.missing;
    if (isWritten) cost = isVowel(letter) ? COST.extraVowel : COST.extra;
    if (at === start) cost += FIRST_LETTER;
    if ((at > start && letter === codes[at - 1]) || (at + 1 < end && letter === codes[at + 1])) cost = COST.doubling;
    if (letter === APOSTROPHE) cost = COST.apostrophe;
    into[at - start] = cost;
  }
}
