/** Holds the cost of each kind of slip; 1 is the cost of a slip that nothing explains. */
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
/**
 * Holds the least cost of each kind of slip between words without accents and apostrophes. `missing` and `extra` are for a letter
 * that does not occur in the other word at all.
 */
export const LEAST = { swap: COST.vowel, gap: COST.doubling, missing: COST.missingVowel, extra: COST.extraVowel };
/** Additional cost of a wrong first letter, which people notice most. */
export const FIRST_LETTER = 0.5;

const KEY_ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
/** Lists pairs of letters that can have the same sound, so that people confuse them. */
const SOUND_ALIKE = ["ck", "cs", "sz", "gj", "fv", "iy", "mn", "kq", "dt", "bp"];

const A = "a".charCodeAt(0);
const APOSTROPHE = "'".charCodeAt(0);
const LETTERS = 26;
/** Number of code units in the tables: Latin letters, with and without accents. */
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

/** Returns the cost of one letter written for another. The code units are in lower case and differ. */
export function swapCost(from: number, to: number): number {
  const [a, b] = [FOLDED[from] ?? from, FOLDED[to] ?? to];
  if (a === b) return COST.accent;
  return SWAPS[(a - A) * LETTERS + b - A] ?? COST.plain;
}

/**
 * Writes the cost of each letter of a word, if the other word lacks it, to `into`. The letter is surplus if `isWritten`;
 * otherwise it was left out, which is more common and therefore cheaper.
 */
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
