import type { TextRange } from "../excerpt.ts";
import { type ContentRule, isQuoted, rangesOf, type Slip } from "./slip.ts";

/** Texts about encodings, which show garbled examples. */
const ABOUT_ENCODINGS =
  /\b(?:encod|decod|charset|character set|code ?page|utf-?8|unicode|latin-?1|iso-?8859|windows-?1252|mojibake|U\+FFFD|replacement character|bytes?\b)/iu;

/** UTF-8 read as Windows-1252: the character of a lead byte (À to ô), then those of continuation bytes. */
const SUSPECT =
  /(?:[\u00C2-\u00F4][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]+)+/gu;
const CLOSING = /[‘’“”«»‹›…–—]$/u;
const CHUNK = /[^\s\uFFFC]+/gu;
const STOPS = new Set(".,;:!?)");

/**
 * Finds text read in the wrong encoding ("donâ€™t", "cafÃ©"): its Windows-1252 bytes are valid UTF-8, unlike those of natural
 * text. Also finds U+FFFD, which replaces undecodable bytes.
 */
export const findMojibake: ContentRule = ({ text }) => {
  if (!/[\u00C2-\u00F4\uFFFD]/u.test(text) || ABOUT_ENCODINGS.test(text)) return [];
  return [...garbledWords(text), ...lostCharacters(text)];
};

/** Returns the ranges between spaces, without trailing punctuation. */
function chunksOf(text: string): TextRange[] {
  return rangesOf(CHUNK, text).flatMap(({ start, end: whole }) => {
    let end = whole;
    while (end > start && STOPS.has(text.charAt(end - 1))) end--;
    return end === start ? [] : [{ start, end }];
  });
}

function garbledWords(text: string): Slip[] {
  return chunksOf(text).flatMap((range) => {
    const garbled = text.slice(range.start, range.end);
    const isGarbled = rangesOf(SUSPECT, garbled).some(({ start, end }) => {
      // "IRMÃ”": a capital before and a closing quotation mark after is a word in capitals at the end of a quotation.
      if (/\p{Lu}/u.test(garbled.charAt(start - 1)) && CLOSING.test(garbled.slice(start, end))) return false;
      return readAgain(garbled.slice(start, end)) !== null;
    });
    if (!isGarbled) return [];
    return [
      {
        rule: "content/garbled-characters",
        confidence: 0.97,
        message: `“${garbled}” is garbled: the text was saved in one encoding and read in another.`,
        range,
        suggestions: [garbled.replace(SUSPECT, (run) => readAgain(run) ?? run)],
      },
    ];
  });
}

function lostCharacters(text: string): Slip[] {
  return chunksOf(text)
    .filter((range) => text.slice(range.start, range.end).includes("\uFFFD") && !isQuoted(range, text))
    .map((range) => ({
      rule: "content/lost-character",
      confidence: 0.9,
      message: "A character was lost and shows as �; type it again.",
      range,
    }));
}

const CODES = new Map(
  [...new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, code) => code))].map((character, code) => [
    character,
    code,
  ]),
);
const UTF_8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Decodes a run's Windows-1252 bytes as UTF-8, repeatedly while that works (text may be garbled twice). Returns null if they
 * are not UTF-8.
 */
function readAgain(run: string): string | null {
  let read: string | null = null;
  for (let from = run; ; ) {
    const bytes = [...from].map((character) => CODES.get(character));
    if (!bytes.every((byte) => byte !== undefined) || bytes.every((byte) => byte < 0x80)) return read;
    const again = decode(Uint8Array.from(bytes));
    // Real text contains no control characters.
    if (again === null || /[\u0080-\u009F]/u.test(again)) return read;
    read = again;
    from = again;
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return UTF_8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
