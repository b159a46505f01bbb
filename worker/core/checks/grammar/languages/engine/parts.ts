/**
 * Returns the possible readings of a word as codes between spaces (" Nms V3s "; see
 * worker/threads/check/word-readings/README.md), or "" if the word is unknown.
 */
export type ReadingsOf = (word: string) => string;

/** A word, number or mark of a text. */
export type Part = {
  text: string;
  /** The text in lower case, with straight apostrophes. */
  lower: string;
  start: number;
  end: number;
  kind: "word" | "number" | "mark";
  /** The readings of a word; "" for marks, numbers and unknown words. */
  readings: string;
  /** True for the first word of a sentence. */
  opens: boolean;
  isCapital: boolean;
  /** True for words in capitals. They often lack accents, and names in capitals look like words. */
  isShouted: boolean;
};

/**
 * Match the parts of a text. A hyphenated word is one part: "dit-il" is neither "dit" nor "il". With APART, for languages that
 * elide vowels, an apostrophe ends a part.
 */
const APART = /\p{L}[\p{L}\p{M}]*(?:-[\p{L}\p{M}]+)*-?['’]?|\p{N}+(?:[.,:]\p{N}+)*\p{L}*|[^\s]/gu;
const WHOLE = /\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*-?|\p{N}+(?:[.,:]\p{N}+)*\p{L}*|[^\s]/gu;
const ENDS_SENTENCE = /^[.!?:…•·|–—¿¡]$/u;
const SAYS_NOTHING = /^["'“”„«»‘’()[\]]$/u;

/** Returns the parts of a text. `elides` is true if the language elides vowels ("l'eau"). */
export function partsOf(text: string, readingsOf: ReadingsOf, elides: boolean): Part[] {
  const parts: Part[] = [];
  let opens = true;
  for (const { 0: found, index: start } of text.matchAll(elides ? APART : WHOLE)) {
    const kind = /^\p{L}/u.test(found) ? "word" : /^\p{N}/u.test(found) ? "number" : "mark";
    const lower = found.toLowerCase().replace(/’/gu, "'");
    parts.push({
      text: found,
      lower,
      start,
      end: start + found.length,
      kind,
      readings: kind === "word" ? readingsOf(lower) : "",
      opens: opens && kind !== "mark",
      isCapital: /^\p{Lu}/u.test(found),
      isShouted: /^\p{Lu}['’-]?\p{Lu}[\p{Lu}'’-]*$/u.test(found),
    });
    if (ENDS_SENTENCE.test(found)) opens = true;
    else if (!SAYS_NOTHING.test(found)) opens = false;
  }
  return parts;
}

/** Returns true if one of the readings begins with a code, in which a full stop matches any letter ("N.p", "V3"). */
export function canBe(readings: string, code: string): boolean {
  for (let at = readings.indexOf(" "); at !== -1 && at + 1 < readings.length; at = readings.indexOf(" ", at + 1))
    if (fits(readings, at + 1, code)) return true;
  return false;
}

/** Returns true if a word is known and each of its readings begins with one of the codes. */
export function isOnly(readings: string, codes: readonly string[]): boolean {
  if (readings === "") return false;
  for (let at = 0; at !== -1 && at + 1 < readings.length; at = readings.indexOf(" ", at + 1))
    if (!codes.some((code) => fits(readings, at + 1, code))) return false;
  return true;
}

function fits(readings: string, start: number, code: string): boolean {
  for (let at = 0; at < code.length; at++) {
    const wanted = code.charCodeAt(at);
    const given = readings.charCodeAt(start + at);
    if (given === 32 || Number.isNaN(given) || (wanted !== 46 && wanted !== given)) return false;
  }
  return true;
}
