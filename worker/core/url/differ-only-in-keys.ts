import { normalisePercentEncoding } from "./canonical-url.ts";
import { addressShape } from "./steady-address.ts";

/** Shortest piece that may be a key, and most pieces of a path that are compared. */
const SHORTEST = 4;
const MOST_PIECES = 60;
/** Fewer letters beside a number may be an ordinal or a unit: `42nd`, `10km`. */
const FEWEST_LETTERS = 3;

/**
 * Returns true if two addresses differ only in pieces of their paths that a program seems to have made (`/a-8f3k/b-92ls`): as long as before,
 * and no words or numbers. It is a guess, to be asked only where something else says that both are one link or one page.
 */
export function differOnlyInKeys(one: string, other: string): boolean {
  const [before, now] = [partsOf(one), partsOf(other)];
  if (!before || !now || before.rest !== now.rest || before.pieces.length !== now.pieces.length) return false;
  let [pairs, hasKey] = [0, false];
  for (const [at, piece] of before.pieces.entries()) {
    const next = now.pieces[at] ?? "";
    if (piece === next) continue;
    if (!mayBeKeys(piece, next)) return false;
    pairs += 1;
    hasKey ||= isKey(piece) || isKey(next) || (isMixed(piece) && isMixed(next) && classesOf(piece) !== classesOf(next));
  }
  // Two pieces that change at once are no series.
  return hasKey || pairs > 1;
}

/**
 * Returns what addresses have in common that differ only in keys: each piece of the path is replaced with its length. Others may have it in
 * common, too.
 */
export function keyShape(address: string): string {
  const parts = partsOf(address);
  return parts ? `${parts.rest} ${parts.pieces.map(({ length }) => length).join(" ")}` : address;
}

/** Returns the pieces of a path with their separators, and the rest of the address, of which the query may have other keys, too. */
function partsOf(address: string): { pieces: string[]; rest: string } | null {
  const url = URL.parse(address);
  if (!url) return null;
  const pieces = normalisePercentEncoding(url.pathname).match(/[\da-z]+|[^\da-z]+/giu) ?? [];
  if (pieces.length > MOST_PIECES) return null;
  url.pathname = "/";
  return { pieces, rest: addressShape(url.href, { loose: true }) };
}

function mayBeKeys(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < SHORTEST || !isPiece(one) || !isPiece(other)) return false;
  if (isNumber(one) || isNumber(other)) return isKey(one) || isKey(other);
  // `part1` and `part2` are parts of a series.
  if (lettersOf(one) === lettersOf(other) && classesOf(one) === classesOf(other)) return isKey(one);
  return isKey(one) || isKey(other) || !(isWordy(one) && isWordy(other));
}

const isPiece = (piece: string) => /^[\da-z]+$/i.test(piece);
const isNumber = (piece: string) => /^\d+$/.test(piece);
const isMixed = (piece: string) => /\d/.test(piece) && /[a-z]/i.test(piece);
const lettersOf = (piece: string) => piece.replace(/\d+/g, "").toLowerCase();
const classesOf = (piece: string) => piece.replace(/\d/g, "0").replace(/[a-z]/gi, "a");

/** Returns true for what no person writes: digits and letters in turns, or letters that are no syllables. */
function isKey(piece: string): boolean {
  if (/[a-z]\d+[a-z]|\d[a-z]+\d/i.test(piece)) return true;
  const letters = lettersOf(piece);
  return letters.length >= FEWEST_LETTERS && !canBeSpoken(letters);
}

/** Returns true for a word, also with a number behind it, such as `menu2025`. */
function isWordy(piece: string): boolean {
  return /^[a-z]+\d*$/i.test(piece) && canBeSpoken(lettersOf(piece));
}

/** Letters that no word of our languages has side by side. */
const UNSPOKEN =
  /[bcdfghjklmnpqrstvwxz]{5}|[aeiou]{4}|q(?!u)|[jvxz][bcdfgjkmnpqrsvwxz]|[bcdfgkmpqtvwxz][jqx]|[^aeiouy]{4}$|^[^aeiouys]{3}/i;

function canBeSpoken(letters: string): boolean {
  return /[aeiouy]/i.test(letters) && !UNSPOKEN.test(letters);
}
