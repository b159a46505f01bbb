import { OBJECT_PLACEHOLDER } from "../../page/block.ts";

/** Matches chunks (runs without white space) that are not prose. */
const NOT_PROSE_PATTERNS: readonly RegExp[] = [
  // URLs, domains, file names, dotted identifiers and abbreviations: "https://x", "node.js", "e.g.". Not "done.Next", which lacks
  // a space.
  /:\/\/|^\W*(?:www\.|mailto:|tel:)/iu,
  /[\p{L}\p{N}_](?<!\p{Ll}{2})\.[\p{L}\p{N}_]|\p{Ll}{2}\.(?!\p{Lu}\p{Ll})[\p{L}\p{N}_]/u,
  // E-mail addresses, handles ("@flawless"), hashtags ("#sale").
  /@|#[\p{L}\p{N}_]/u,
  // Names in forums ("r/programming"), links in wikis ("[[Page]]"), codes for emoji (":smile:").
  /^[("']*[ru]\/[\p{L}\p{N}_]|\[\[|^:[\p{L}\p{N}_+-]+:/u,
  // Paths ("/etc/hosts", "C:\dir", "src/core/page"), options ("--help", "-v"), wildcards, code ("a::b", "x=>y", "${x}", "f()").
  /\\|^["'(]*[~.]*\/[\p{L}\p{N}_.]|\/.*\/|^["'([]*--?[\p{L}\p{N}]/u,
  /::|->|=>|[=<>{}$`^]|%[\p{L}\p{N}]|\(\)|[\p{L}\p{N}]\+|&#?[\p{L}\p{N}]+;|\*[\p{L}\p{N}.]+(?!\*)$|^[\p{L}\p{N}.]+\*/u,
];

/** Returns true if a chunk as a whole is code, an address or an identifier. */
export function isNotProse(chunk: string): boolean {
  return NOT_PROSE_PATTERNS.some((pattern) => pattern.test(chunk));
}

/** Lists words that are shortened in speech and follow an apostrophe: "'em", "'til". */
const CLIPPED = new Set(["em", "til", "till", "cause", "cuz", "tis", "twas", "bout", "nuff", "round", "kay", "sup", "ya"]);

const TECHNICAL_WORD_PATTERNS: readonly RegExp[] = [
  // With digits or underscores: "MP3s", "5km", "max_size", "covid19".
  /[\p{N}_]/u,
  // In another script, wholly or partly: "μm", "Привет".
  /[^\p{Script=Latin}\p{M}']/u,
  // CamelCase and odd capitals: "JavaScript", "iPhone", "eBay".
  /\p{Ll}\p{Lu}/u,
  // Acronyms, their plurals and inflections: "URL", "PDFs", "VAT's", "OK'd", "PhDs".
  /^\p{Lu}{2,6}(?:'?(?:s|d|ed|ing))?$|^\p{Lu}{2,}\p{Ll}/u,
  // Roman numerals: "xiv".
  /^(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/iu,
  // Sounds: "haha", "hmm", "aaargh", "sooo", "noooooo"; not "commmand".
  /^(?:h[aeio]){2,}h?$|^h+m+$|^mm+$|^m+h+m+$|^(\p{L})\1\1|(\p{L})\2\2$|(\p{L})\3\3\3|^(?=[^aeiouy]*$).*?([^aeiouy])\4\4/iu,
];

type Standing = { word: string; chunk: string; start: number; end: number };

const LONGEST_UNIT = 4;

/** Returns true if a word after a number is a unit, that is, short and without a vowel: "4 sqm", "2 tbsp". */
export function isUnit(word: string): boolean {
  return word.length <= LONGEST_UNIT && !/[aeiou]/u.test(word);
}

/** Returns true if the word at `chunk.slice(start, end)` is one that dictionaries rightly lack. */
export function isTechnical({ word, chunk, start, end }: Standing): boolean {
  const left = chunk[start - 1] ?? "";
  const right = chunk[end] ?? "";
  if (left === OBJECT_PLACEHOLDER || right === OBJECT_PLACEHOLDER) return true;
  if (isBracketed(chunk, start, end) || isExtension(chunk, start)) return true;
  if (isApostrophe(left) && CLIPPED.has(word.toLowerCase())) return true;
  // "rockin' and rollin'"
  if (isApostrophe(right) && word.endsWith("in") && !isApostrophe(left)) return true;
  return TECHNICAL_WORD_PATTERNS.some((pattern) => pattern.test(word));
}

/** Returns true for the halves of a word that is partly in brackets: "child(ren)", "(un)known", "user[s]". */
function isBracketed(chunk: string, start: number, end: number): boolean {
  return (
    /[\p{L}][([]$/u.test(chunk.slice(Math.max(0, start - 3), start)) ||
    /^[)\]][\p{L}]/u.test(chunk.slice(end, end + 3)) ||
    /[)\]]/u.test(chunk.charAt(start - 1))
  );
}

/** Returns true for a file name extension (".pdf", "*.docx"), but not for a word after three dots. */
function isExtension(chunk: string, start: number): boolean {
  return chunk[start - 1] === "." && !/[\p{L}\p{N}.]/u.test(chunk[start - 2] ?? "");
}

function isApostrophe(character: string): boolean {
  return character === "'" || character === "\u2019" || character === "\u2018" || character === "`";
}
