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
/** Garbled words in one text from which on all of it is one slip: not the words are wrong then, but the page's encoding. */
const MANY_GARBLED = 4;
const LONGEST_SHOWN = 40;

/**
 * Finds text read in the wrong encoding ("donâ€™t", "cafÃ©"): its Windows-1252 bytes are valid UTF-8, unlike those of natural
 * text. Also finds U+FFFD, which replaces undecodable bytes.
 */
export const findMojibake: ContentRule = ({ text }) => {
  if (!/[\u00C2-\u00F4\uFFFD]/u.test(text) || ABOUT_ENCODINGS.test(text)) return [];
  return [...garbled(text), ...lostCharacters(text)];
};

/** Returns the ranges between spaces, without trailing punctuation. */
function chunksOf(text: string): TextRange[] {
  return rangesOf(CHUNK, text).flatMap(({ start, end: whole }) => {
    let end = whole;
    while (end > start && STOPS.has(text.charAt(end - 1))) end--;
    return end === start ? [] : [{ start, end }];
  });
}

function garbled(text: string): Slip[] {
  const words = garbledWords(text);
  const [first] = words;
  if (first === undefined || words.length < MANY_GARBLED) return words;
  return [
    {
      rule: first.rule,
      confidence: first.confidence,
      message:
        "Many letters here are garbled: the page was saved in one encoding and is read in another. Ask whoever looks after the site to declare its encoding, usually UTF-8.",
      range: first.range,
      text: text.slice(first.range.start, first.range.start + LONGEST_SHOWN),
      // The same for all texts: it is one fault, and usually the whole page's.
      subject: first.rule,
    },
  ];
}

function garbledWords(text: string): Slip[] {
  return chunksOf(text).flatMap((range) => {
    const word = text.slice(range.start, range.end);
    const isGarbled = rangesOf(SUSPECT, word).some(({ start, end }) => {
      // "IRMÃ”": a capital before and a closing quotation mark after is a word in capitals at the end of a quotation.
      if (/\p{Lu}/u.test(word.charAt(start - 1)) && CLOSING.test(word.slice(start, end))) return false;
      return readAgain(word.slice(start, end)) !== null;
    });
    if (!isGarbled) return [];
    return [
      {
        rule: "content/garbled-characters",
        confidence: 0.97,
        message: `“${word}” is garbled: the text was saved in one encoding and read in another.`,
        range,
        suggestions: [word.replace(SUSPECT, (run) => readAgain(run) ?? run)],
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
