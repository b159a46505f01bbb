import { canBe, isOnly, type Part, type ReadingsOf } from "./parts.ts";
import type { WordLists } from "./rule.ts";

export type Element = {
  test(part: Part): boolean;
  isOptional: boolean;
  /** All words that can match, or null if they are not listed. */
  words: ReadonlySet<string> | null;
};

/** A compiled pattern. The elements from `from` up to `to` match the words to report. */
export type CompiledPattern = {
  elements: readonly Element[];
  from: number;
  to: number;
  opens: boolean;
  closes: boolean;
  fix: Fix;
};

/** Returns the replacement for the written words, or null if no change of their ending yields a known word. */
export type Fix = (written: string, readingsOf: ReadingsOf) => string | null;

type Test = { words: ReadonlySet<string> } | { test(part: Part): boolean };

/**
 * Compiles a pattern (see rule.ts).
 *
 * @throws an error if a list is unknown or the pattern reports nothing
 */
export function compilePattern(pattern: string, lists: WordLists): CompiledPattern {
  const sources = pattern.split(" ");
  const opens = sources[0] === "^";
  const closes = sources.at(-1) === "$";
  const inner = sources.slice(opens ? 1 : 0, closes ? -1 : undefined);
  const from = inner.findIndex((source) => source.startsWith("["));
  const last = inner.findIndex((source) => source.endsWith("]"));
  const [, fix] = inner[last]?.slice(0, -1).split("→") ?? [];
  if (from === -1 || fix === undefined) throw new Error(`“${pattern}” does not say what to report.`);
  const elements = inner.map((source) => elementFor(source.replace(/^\[/u, "").replace(/→.*$/u, ""), lists));
  return { elements, from, to: last + 1, opens, closes, fix: fixFor(fix) };
}

function elementFor(source: string, lists: WordLists): Element {
  const isOptional = source.length > 1 && source.endsWith("?");
  const alternatives = (isOptional ? source.slice(0, -1) : source).split("|").map((alternative) => {
    const [wanted = "", ...unwanted] = alternative.split("!");
    return { test: testFor(wanted, lists), nots: unwanted.map((each) => testFor(each, lists)) };
  });
  const areListed = alternatives.every(({ test }) => "words" in test);
  return {
    isOptional,
    words: areListed ? new Set(alternatives.flatMap(({ test }) => ("words" in test ? [...test.words] : []))) : null,
    test: (part) => alternatives.some(({ test, nots }) => passes(test, part) && !nots.some((not) => passes(not, part))),
  };
}

function passes(test: Test, part: Part): boolean {
  return "words" in test ? test.words.has(part.lower) : test.test(part);
}

function testFor(source: string, lists: WordLists): Test {
  if (source === "*") return { test: ({ kind }) => kind === "word" };
  if (source === "#") return { test: ({ kind }) => kind === "number" };
  if (source.startsWith("<=")) {
    const codes = source.slice(2, -1).split(",");
    return { test: ({ readings }) => isOnly(readings, codes) };
  }
  if (source.startsWith("<")) {
    const code = source.slice(1, -1);
    return { test: ({ readings }) => canBe(readings, code) };
  }
  if (!source.startsWith("@")) return { words: new Set([source]) };
  const words = lists[source.slice(1)];
  if (!words) throw new Error(`There is no list ${source}.`);
  return { words };
}

function fixFor(source: string): Fix {
  if (!source.startsWith("/")) {
    const text = source.replaceAll("_", " ");
    return (written) => inCaseOf(text, written);
  }
  const endings = source.split(";").map((ending) => ending.split("/").slice(1, 3));
  return (written, readingsOf) => {
    for (const [from = "", to = ""] of endings) {
      if (!written.toLowerCase().endsWith(from)) continue;
      const changed = written.slice(0, written.length - from.length) + to;
      if (readingsOf(changed.toLowerCase()) !== "") return changed;
    }
    return null;
  };
}

/** Returns a text with a capital first letter if the written one has one. */
export function inCaseOf(text: string, written: string): string {
  return /^\p{Lu}/u.test(written) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
