/** What a word can be, as codes between spaces (" Nms V3s "; see worker/threads/check/word-readings/README.md); "" where that is not known. */
export type ReadingsOf = (word: string) => string;

/** A word, number or mark of a text. */
export type Part = {
  text: string;
  /** In small letters, with straight apostrophes. */
  lower: string;
  start: number;
  end: number;
  kind: "word" | "number" | "mark";
  /** "" for marks, numbers and words that are not known. */
  readings: string;
  /** True for the first word of a sentence. */
  opens: boolean;
  isCapital: boolean;
  /** In capitals throughout: accents are often left out there, and names look like words. */
  isShouted: boolean;
};

/** Hyphenated words are one part: "dit-il" is neither "dit" nor "il". An apostrophe ends a part where vowels are elided. */
const APART = /\p{L}[\p{L}\p{M}]*(?:-[\p{L}\p{M}]+)*-?['’]?|\p{N}+(?:[.,:]\p{N}+)*\p{L}*|[^\s]/gu;
const WHOLE = /\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*-?|\p{N}+(?:[.,:]\p{N}+)*\p{L}*|[^\s]/gu;
const ENDS_SENTENCE = /^[.!?:…•·|–—¿¡]$/u;
const SAYS_NOTHING = /^["'“”„«»‘’()[\]]$/u;

/** Returns the parts of a text in a language that elides vowels ("l'eau") or not. */
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

/** True if one of the readings fits a code in which a full stop is any letter ("N.p", "V3"). */
export function canBe(readings: string, code: string): boolean {
  for (let at = readings.indexOf(" "); at !== -1 && at + 1 < readings.length; at = readings.indexOf(" ", at + 1))
    if (fits(readings, at + 1, code)) return true;
  return false;
}

/** True if a word is known, and each of its readings fits one of the codes. */
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
