import { TAGS } from "./tag-features.ts";
import type { Token } from "./token.ts";
import { bitsOf, FUNCTION_WORD } from "./word-class.ts";
import { WORD_LISTS } from "./word-lists.ts";

type Test = (token: Token) => boolean;

/** One element of a pattern. `words` contains all words that can match, or is `null` if they cannot be listed. */
export type Element = { isOptional: boolean; words: ReadonlySet<string> | null; test: Test };

/** A compiled pattern. The elements from `from` up to `to` match the words to report; the others only match their context. */
export type Pattern = { elements: readonly Element[]; from: number; to: number };

/**
 * Compiles a pattern: elements separated by spaces, each of which matches one word or mark.
 *
 * - `their|there` matches one of these words, in lower case; `<modal>` one of a list in word-lists.ts; `*` any word.
 * - `@VZ` matches a word that can belong to one of these classes (see word-class.ts); `@VZ!` one that belongs to no other class,
 *   except perhaps X.
 * - `:VBZ` matches a word that is this part of speech in its sentence (see TAGS).
 * - `##` matches a number above one in figures that is no year.
 * - `^` and `$` match the beginning and the end of a sentence; `Aa` a word with a capital, `aa` one without; `=` a mark or an
 *   edge.
 * - `!x` matches anything but x; `x&y` matches if both do; `~x` makes x optional.
 * - `[` and `]` enclose the words to report, if these are not the whole match.
 *
 * @throws an error if a class, a part of speech or a list is unknown
 */
export function compilePattern(source: string): Pattern {
  const elements: Element[] = [];
  let from = 0;
  let to = -1;
  for (const part of source.trim().split(/\s+/u)) {
    if (part === "[") from = elements.length;
    else if (part === "]") to = elements.length;
    else elements.push(compileElement(part));
  }
  return { elements, from, to: to < 0 ? elements.length : to };
}

function compileElement(source: string): Element {
  const isOptional = source.startsWith("~");
  const factors = (isOptional ? source.slice(1) : source).split("&").map(compileFactor);
  return {
    isOptional,
    words: factors.find(({ words }) => words)?.words ?? null,
    test: (token) => factors.every(({ test }) => test(token)),
  };
}

function compileFactor(source: string): { words: ReadonlySet<string> | null; test: Test } {
  if (source.startsWith("!") && source.length > 1) {
    const { test } = compileFactor(source.slice(1));
    return { words: null, test: (token) => !test(token) };
  }
  const words = new Set<string>();
  const tests: Test[] = [];
  for (const choice of source.split("|")) {
    const test = testOfKind(choice);
    if (test) tests.push(test);
    else for (const word of wordsNamed(choice)) words.add(word);
  }
  const isWord: Test = ({ kind, lower }) => kind !== "edge" && words.has(lower);
  if (tests.length === 0) return { words, test: isWord };
  return { words: null, test: (token) => isWord(token) || tests.some((test) => test(token)) };
}

function testOfKind(source: string): Test | null {
  if (source === "*") return ({ kind }) => kind === "word";
  if (source === "=") return ({ kind }) => kind !== "word";
  if (source === "^" || source === "$") return ({ kind }) => kind === "edge";
  if (source === "##") return isSeveral;
  if (source === "Aa") return ({ kind, text }) => kind === "word" && /^\p{Lu}/u.test(text);
  if (source === "aa") return ({ kind, text }) => kind === "word" && !/\p{Lu}/u.test(text);
  if (/^:[A-Z]/u.test(source)) return testOfTag(source.slice(1));
  if (!/^@[A-Z]+!?$/u.test(source)) return null;
  const bits = bitsOf(source.replace(/[@!]/gu, ""));
  if (!source.endsWith("!")) return ({ classes }) => (classes & bits) !== 0;
  return ({ classes }) => (classes & bits) !== 0 && (classes & ~(bits | FUNCTION_WORD)) === 0;
}

function testOfTag(name: string): Test {
  const names: readonly string[] = TAGS;
  const wanted = names.indexOf(name);
  if (wanted < 0) throw new Error(`There is no part of speech ${name}.`);
  return ({ tag }) => tag === wanted;
}

/** Returns true for a number in figures that is more than one and no year. */
function isSeveral({ kind, text }: Token): boolean {
  if (kind !== "word" || !/^\d{1,3}(?:,?\d{3})*$/u.test(text)) return false;
  const number = Number(text.replaceAll(",", ""));
  return number > 1 && (text.includes(",") || number < 1000 || number > 2100);
}

function wordsNamed(word: string): readonly string[] {
  const name = word.match(/^<(.+)>$/u)?.[1];
  if (name === undefined) return [word];
  const words = WORD_LISTS[name];
  if (!words) throw new Error(`There is no list of words named ${name}.`);
  return words;
}
