import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { governorOf, PREPOSITIONS, usedAfter } from "#worker/core/checks/grammar/government/governor.ts";

/**
 * Counts what follows verbs, nouns and adjectives in texts, and lists what never does although it often follows others, with what
 * does instead: `node test/bench/make/make-government.ts <folder of texts>`. make-texts.ts makes the texts.
 */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Say which folder holds the texts.");

const OUTPUT = "worker/core/checks/grammar/government/government.json";
/** Share of the prepositions after a word, or of all that follows it, that its usual companion has. */
const LEAST_SHARE = 0.8;
/** Times that a word was counted before it is judged. */
const LEAST_COUNTED = 40;
/** Times that something would follow a word, were the word like others of its class. Some say how or where, after any word. */
const LEAST_EXPECTED = 4;
const LEAST_EXPECTED_FREE = { V: 15, A: 6, P: 8 } as const;
const FREE = new Set(["for", "from", "with", "on"]);
/** Share of all that follows a word that something may have and still count as never. */
const MOST_SEEN = 0.0015;
/** Times expected, from which on a single one counts as never: novels have it in a stranger's speech ("I enjoy to watch you"). */
const EXPECTED_OF_STRAY = 25;
/** Right in some dialects ("different to", "it needs doing"), or said of a place ("close from here"), or of a noun for the tagger ("kind of you"). */
const EXCEPTIONS = new Set([
  ...["A different to", "V need doing", "V want doing", "V like to do", "A close from"],
  ...["A kind of", "A kind for"],
]);

/** Prepositions that mostly say where, or by whom in the passive. After verbs and participles they are no sign of government. */
const PLACES = new Set(["in", "at", "by", "into", "over"]);

const counts = new Map<string, Map<string, number>>();
const classes = new Map<string, Map<string, number>>();

function add(table: Map<string, Map<string, number>>, key: string, what: string): void {
  const row = table.get(key) ?? new Map<string, number>();
  table.set(key, row);
  row.set(what, (row.get(what) ?? 0) + 1);
}

for (const file of readdirSync(folder).sort()) {
  for (const line of readFileSync(`${folder}/${file}`, "utf8").split("\n")) {
    const tokens = tokensOf(line);
    for (const at of tokens.keys()) {
      const governor = governorOf(tokens, at);
      const used = governor && usedAfter(tokens, at);
      if (!governor || !used) continue;
      add(counts, governor, used);
      add(classes, governor.slice(0, 1), used);
    }
  }
  process.stdout.write(`${file}\n`);
}

type Class = keyof typeof LEAST_EXPECTED_FREE;
const sumOf = (row: ReadonlyMap<string, number>) => [...row.values()].reduce((sum, count) => sum + count, 0);
const isPreposition = (used: string) => used !== "to do" && used !== "doing";

/** Returns what usually follows a word: one preposition of all, or an infinitive or gerund; null if nothing is usual. */
function companionOf(row: ReadonlyMap<string, number>): string | null {
  const prepositions = new Map([...row].filter(([used]) => isPreposition(used)));
  for (const among of [row, prepositions]) {
    const [best] = [...among].sort((a, b) => b[1] - a[1]);
    if (best && best[1] >= LEAST_SHARE * sumOf(among) && best[1] >= LEAST_COUNTED / 2) return best[0];
  }
  return null;
}

/** Returns true where one may be written for the other: of two prepositions, "able of doing", "enjoy to do", "decide doing". */
function isRival(kind: Class, used: string, best: string): boolean {
  if (isPreposition(used)) return true;
  if (used === "doing") return kind === "V" && best === "to do";
  return (kind === "V" && best === "doing") || (kind === "A" && isPreposition(best));
}

const rows = [...counts].flatMap(([governor, row]) => {
  const kind = governor.slice(0, 1) === "V" ? "V" : governor.startsWith("A") ? "A" : "P";
  const base = classes.get(kind) ?? new Map<string, number>();
  const [all, others, best] = [sumOf(row), sumOf(base), companionOf(row)];
  if (all < LEAST_COUNTED || best === null || (kind !== "A" && PLACES.has(best))) return [];
  const never = [...PREPOSITIONS, "to do", "doing"].filter((used) => {
    const least = FREE.has(used) ? LEAST_EXPECTED_FREE[kind] : LEAST_EXPECTED;
    const expected = (all * (base.get(used) ?? 0)) / others;
    const strays = expected >= EXPECTED_OF_STRAY ? 1 : 0;
    const isSeen = (row.get(used) ?? 0) > Math.max(MOST_SEEN * all, strays);
    return expected >= least && !isSeen && used !== best && isRival(kind, used, best) && !EXCEPTIONS.has(`${governor} ${used}`);
  });
  return never.length === 0 ? [] : [`${governor} ${all}: ${never.join(", ")} => ${best}`];
});
writeFileSync(
  OUTPUT,
  `${JSON.stringify({ about: "What never follows a word, and what does: the class and the word, how often it was counted. Made by test/bench/make/make-government.ts.", rows: rows.sort() }, null, 2)}\n`,
);
process.stdout.write(`${rows.length} words\n`);
