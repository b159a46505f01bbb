/// <reference path="./nspell.d.ts" />
import american from "dictionary-en";
import australian from "dictionary-en-au";
import canadian from "dictionary-en-ca";
import british from "dictionary-en-gb";
import nspell from "nspell";
import { LIST_BITS } from "#worker/core/checks/spelling/lexicon.ts";
import { ENGLISH } from "#worker/core/language/languages.ts";

const DICTIONARIES = { "en-US": american, "en-GB": british, "en-AU": australian, "en-CA": canadian } as const;

/** Returns every form of every word of all English dictionaries: a line for each set of dialects, its bits (see `LIST_BITS`) first. */
export function makeEnglishForms(): string {
  return [...linesByDialects()].map(([bits, lines]) => `${bits} ${formsOf(lines).join(" ")}\n`).join("");
}

/**
 * Groups the dictionaries' entries by the set of dialects (as bits) that have them, so that the forms of each are made once: nine in ten
 * are in all four, which share their rules for endings.
 */
function linesByDialects(): Map<number, string[]> {
  const dialectsOf = new Map<string, number>();
  for (const dialect of ENGLISH) {
    const lines = new TextDecoder().decode(DICTIONARIES[dialect].dic).split("\n").slice(1);
    for (const line of lines) if (line !== "") dialectsOf.set(line, (dialectsOf.get(line) ?? 0) | LIST_BITS[dialect]);
  }
  return Map.groupBy(dialectsOf.keys(), (line) => dialectsOf.get(line) ?? 0);
}

function formsOf(lines: readonly string[]): string[] {
  const dic = Buffer.from(`${lines.length}\n${lines.join("\n")}\n`);
  return Object.keys(nspell({ aff: american.aff, dic }).data).filter(isPlainWord);
}

/** Words after which "'s" is short for "is" or "us". After any other word it is a possessive, which needs no entry of its own. */
const CONTRACTED = new Set("it that this what there here he she who let where how when why everyone".split(" "));

function isPlainWord(form: string): boolean {
  if (form.endsWith("'s")) return CONTRACTED.has(form.slice(0, -2).toLowerCase());
  return /^\p{L}[\p{L}\p{M}'.-]*$/u.test(form);
}
