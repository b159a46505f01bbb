import { LONGEST_WORD } from "./word-list.ts";

/** Most words in one file. A larger one is a dictionary of a language, which we have. */
export const MOST_IMPORTED = 50_000;

/** Largest file, in bytes: below what a server action accepts. */
export const LARGEST_FILE = 900_000;

export type FileEntry = { word: string; withEndings: boolean };
export type RefusedWord = { line: number; text: string; reason: string };
/** `doubles`: lines that repeat a word. `unknownFlags`: words whose Hunspell flags we do not know, which were read without endings. */
export type WordFile = { entries: FileEntry[]; refused: RefusedWord[]; doubles: number; unknownFlags: number };

/** Hunspell flags of the endings -s, -ed and -ing in English dictionaries; M is the possessive, which each word accepts. */
const ENDING_FLAGS = /[SDG]/u;
const KNOWN_FLAGS = /^[SDGM]+$/u;

/**
 * Reads a file of words: one on each line, or a Hunspell `.dic` with its count on the first line and flags after a slash. `word/S` is stored
 * with its endings. Lines that begin with `#` and empty ones are left out. Lines that are no word are returned as refused.
 */
export function parseWordFile(text: string): WordFile {
  const entries = new Map<string, FileEntry>();
  const file = { refused: [] as RefusedWord[], doubles: 0, unknownFlags: 0 };
  const lines = text
    .replace(/^\uFEFF/u, "")
    .normalize("NFC")
    .split(/\r\n|[\n\r]/u);
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#") || (index === 0 && /^\d{1,9}$/u.test(line))) continue;
    const { word, flags } = splitEntry(line);
    const reason = faultOf(word);
    if (reason !== null) {
      file.refused.push({ line: index + 1, text: line.slice(0, LONGEST_WORD), reason });
      continue;
    }
    if (flags !== "" && !KNOWN_FLAGS.test(flags)) file.unknownFlags += 1;
    const withEndings = KNOWN_FLAGS.test(flags) && ENDING_FLAGS.test(flags);
    const known = entries.get(word);
    if (known) file.doubles += 1;
    entries.set(word, { word, withEndings: withEndings || known?.withEndings === true });
  }
  return { entries: [...entries.values()], ...file };
}

/** Writes words as plain text, one on each line, or as a Hunspell `.dic`. The endings of words are kept in the latter only. */
export function formatWordFile(entries: readonly FileEntry[], format: "txt" | "dic"): string {
  if (format === "txt") return entries.map(({ word }) => `${word}\n`).join("");
  const lines = entries.map(({ word, withEndings }) => `${word.replaceAll("/", "\\/")}${withEndings ? "/SDG" : ""}\n`);
  return `${entries.length}\n${lines.join("")}`;
}

/** Splits a line into the word and its flags, without what Hunspell calls morphological fields: "vlog/SDG po:noun". */
function splitEntry(line: string): { word: string; flags: string } {
  // Longer lines are refused; without the limit, many spaces would be searched again and again.
  const [entry = ""] = line.slice(0, 4 * LONGEST_WORD).split(/\t|(?<!\s)\s+(?=\p{Ll}{2}:)/u, 1);
  const slash = /(?<!\\)\//u.exec(entry)?.index ?? entry.length;
  const word = entry.slice(0, slash).replaceAll("\\/", "/").trim();
  return { word, flags: entry.slice(slash + 1).trim() };
}

function faultOf(word: string): string | null {
  if (word.length > LONGEST_WORD) return `It is longer than ${LONGEST_WORD} characters.`;
  if (/\s/u.test(word)) return "It is more than one word. Write one word on each line.";
  if (!/\p{L}/u.test(word)) return "It has no letter.";
  return /[<>\p{Cc}]/u.test(word) ? "It has characters that are in no word." : null;
}
