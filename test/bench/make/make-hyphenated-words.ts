import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { classesOf, verbOf, WORD_CLASS } from "#worker/core/checks/grammar/engine/word-class.ts";
import { WORD_LISTS } from "#worker/core/checks/grammar/engine/word-lists.ts";

/**
 * Generates the list of words that are written with a hyphen, by what they are: WordNet's and those of texts, without those that
 * texts write without one in the same place: `node test/bench/make/make-hyphenated-words.ts <WordNet's dict> <folder of texts>`.
 */
const [wordnet, texts] = process.argv.slice(2);
if (!wordnet || !texts) throw new Error("Say which folders hold WordNet's index files and the texts.");

const OUTPUT = "worker/core/checks/grammar/hyphens/hyphenated-words.json";
const HYPHENATED = /^[a-z]+(?:-[a-z]+){1,3}$/u;
/** Colours, prefixes and numbers have rules of their own or are written either way: "dark blue walls". */
const OPTIONAL =
  /^(?:dark|light|pale|deep|bright|non|re|anti|un|semi|neo|co|de|pre|post|sub|multi|e|x|t)-|-(?:black|white|gr[ae]y|red|green|blue|brown|yellow|purple|pink|orange|lavender|lilac|violet|speaking|and|or)$|^(?:twen|thir|for|fif|six|seven|eigh|nine)ty-/u;
/** Times written without a hyphen for each time with one, from which on the hyphen is a matter of taste. */
const MOST_OPEN = { adjective: 0.1, verb: 0.5 } as const;
/** Times, and texts, in which a word that WordNet lacks is written with a hyphen. */
const LEAST_SEEN = 4;
const LEAST_TEXTS = 2;
/** Matches the texts that are old novels: "a fancy-dress party" had a hyphen that few people write now. */
const OLD = /^standardebooks/u;
const PARTICLE = /-(?:up|down|in|out|off|over|away|back|through|around|on)$/u;
const { N, P, V, Z, D, G, X } = WORD_CLASS;

const wordsNamed = (...names: string[]) => new Set(names.flatMap((name) => WORD_LISTS[name] ?? []));
const DETERMINERS = wordsNamed("article", "possessive", "determiner");
const SUBJECTS = wordsNamed("subject");
const BEFORE_BASES = new Set([...wordsNamed("modal"), "to", "don't", "doesn't", "didn't", "please"]);
const isNoun = (word: string) => (classesOf(word) & (N | P)) !== 0 && (classesOf(word) & X) === 0;

const wordnetWords = (file: string) =>
  readFileSync(`${wordnet}/index.${file}`, "utf8")
    .split("\n")
    .map((line) => line.slice(0, line.indexOf(" ")))
    .filter((word) => HYPHENATED.test(word) && !OPTIONAL.test(word));

type Kind = "adjective" | "verb";
type Count = { joined: number; open: number; texts: Set<string> };
const counts = new Map<string, Count>();
const countOf = (kind: Kind, word: string): Count => {
  const key = `${kind} ${word}`;
  const count = counts.get(key) ?? { joined: 0, open: 0, texts: new Set() };
  counts.set(key, count);
  return count;
};

const wordsOf = (line: string) =>
  line
    .toLowerCase()
    .replaceAll("’", "'")
    .match(/[a-z]+(?:['-][a-z]+)*|[^\s\w]/gu) ?? [];

/** Returns the base form of a hyphenated verb: "double-clicked" → "double-click". */
function baseOf(word: string): string {
  const at = word.lastIndexOf("-") + 1;
  return word.slice(0, at) + verbOf(word.slice(at));
}

/** Returns what a word, or several words, from `at` up to `end` can be by the words around; null if neither. */
function kindAt(words: readonly string[], at: number, end: number): Kind | null {
  const [before = "", last = ""] = [words[at - 1], words[end - 1]];
  const forms = BEFORE_BASES.has(before) ? V : SUBJECTS.has(before) ? V | Z | D : 0;
  if ((classesOf(lastOf(last)) & forms) !== 0) return "verb";
  return DETERMINERS.has(before) && isNoun(words[end] ?? "") ? "adjective" : null;
}

const lastOf = (word: string) => word.slice(word.lastIndexOf("-") + 1);

function eachLine(visit: (words: readonly string[], text: string) => void): void {
  for (const text of readdirSync(texts ?? "").filter((name) => !OLD.test(name)))
    for (const line of readFileSync(`${texts}/${text}`, "utf8").split("\n")) visit(wordsOf(line), text);
}

function countJoined(words: readonly string[], text: string): void {
  for (const [at, word] of words.entries()) {
    if (!HYPHENATED.test(word) || OPTIONAL.test(word)) continue;
    const kind = kindAt(words, at, at + 1);
    if (!kind) continue;
    const count = countOf(kind, kind === "verb" ? baseOf(word) : word);
    count.joined++;
    count.texts.add(text);
  }
}

const MOST_PARTS = 4;

function countOpen(words: readonly string[]): void {
  for (const [at, word] of words.entries()) {
    if (!openings.has(word)) continue;
    for (let end = at + 2; end <= at + MOST_PARTS; end++) {
      const kind = kindAt(words, at, end);
      if (!kind) continue;
      const whole = words.slice(at, end).join("-");
      const count = counts.get(`${kind} ${kind === "verb" ? baseOf(whole) : whole}`);
      if (count) count.open++;
    }
  }
}

eachLine(countJoined);
const listed = { adjective: wordnetWords("adj"), verb: wordnetWords("verb") };
const fromWordnet = new Set(Object.entries(listed).flatMap(([kind, words]) => words.map((word) => `${kind} ${word}`)));
for (const kind of ["adjective", "verb"] as const) for (const word of listed[kind]) countOf(kind, word);
const openings = new Set([...counts.keys()].map((key) => key.slice(key.indexOf(" ") + 1, key.indexOf("-"))));
eachLine(countOpen);

/** Returns true for what looks like a verb after the preposition "to": "exposed to high-risk patients". */
function isOftenerAdjective(key: string): boolean {
  const word = key.slice(key.indexOf(" ") + 1);
  const [asVerb, asAdjective] = [counts.get(`verb ${word}`), counts.get(`adjective ${word}`)];
  return key.startsWith("verb") && (asAdjective?.joined ?? 0) >= (asVerb?.joined ?? 0);
}

function chosen(kind: Kind): string[] {
  return [...counts]
    .filter(([key, { joined, open, texts }]) => {
      if (!key.startsWith(kind)) return false;
      const isKnown = fromWordnet.has(key) || (joined >= LEAST_SEEN && texts.size >= LEAST_TEXTS && !isOftenerAdjective(key));
      return isKnown && open <= MOST_OPEN[kind] * joined;
    })
    .map(([key]) => key.slice(kind.length + 1))
    .sort();
}

/** "In-built" is an adjective; an "-ed" or "-ing" form of a verb is one, too, and not listed twice. */
const result = {
  adjectives: chosen("adjective").filter((word) => !(classesOf(lastOf(word)) & G && word.endsWith("ly"))),
  verbs: chosen("verb"),
  nouns: wordnetWords("noun").filter((word) => PARTICLE.test(word)),
};
writeFileSync(
  OUTPUT,
  `${JSON.stringify({ about: "Words with a hyphen, from WordNet (see word-classes.LICENSE) and counted in texts. Made by test/bench/make/make-hyphenated-words.ts.", ...result }, null, 2)}\n`,
);
for (const [kind, words] of Object.entries(result)) process.stdout.write(`${kind}: ${words.length}\n`);
