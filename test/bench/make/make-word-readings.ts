import { createReadStream, mkdirSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { READERS } from "./tag-readers.ts";

/**
 * Makes worker/threads/check/word-readings: of each language's common words, what they can be (see the README.md there).
 * `node test/bench/make/make-word-readings.ts <folder> [languages]`. The folder holds, for each language, `lex.<language>.txt` (word, lemma, tag: LanguageTool's
 * dictionary as morfologik writes it out) and `freq.<language>.tsv` (word, times in a thousand million: wordfreq's list "large").
 */
const [folder, ...only] = process.argv.slice(2);
if (!folder) throw new Error("Say which folder holds the dictionaries and frequencies.");

const OUTPUT = new URL("../../../worker/threads/check/word-readings/", import.meta.url);
/** Words that are written less often than so many times in a thousand million words are left out. */
const LEAST = 120;
const WORD = /^\p{L}[\p{L}\p{M}'-]*$/u;

async function eachLine(path: string, read: (cells: string[]) => void): Promise<void> {
  for await (const line of createInterface({ input: createReadStream(path) })) read(line.split("\t"));
}

async function makeReadings(language: string): Promise<void> {
  const readTag = READERS[language];
  if (!readTag) throw new Error(`No reader for the tags of ${language}.`);
  const common = new Set<string>();
  await eachLine(`${folder}/freq.${language}.tsv`, ([word = "", times = "0"]) => {
    if (Number(times) >= LEAST && WORD.test(word)) common.add(word);
  });
  const readings = new Map<string, Set<string>>();
  await eachLine(`${folder}/lex.${language}.txt`, ([word = "", , tag = ""]) => {
    const lower = word.toLowerCase();
    // wordfreq counts "große" as "grosse".
    if (!common.has(lower) && !common.has(lower.replaceAll("ß", "ss"))) return;
    const known = readings.get(lower) ?? new Set<string>();
    readings.set(lower, known);
    for (const code of readTag(tag)) known.add(code);
  });
  const byCodes = Map.groupBy(readings.keys(), (word) => [...(readings.get(word) ?? [])].sort().join(" "));
  const lines = [...byCodes]
    .filter(([codes]) => codes !== "")
    .map(([codes, words]) => `${codes}\t${words.sort().join(" ")}`)
    .sort();
  writeFileSync(new URL(`${language}.txt`, OUTPUT), `${lines.join("\n")}\n`);
  process.stdout.write(`${language}: ${readings.size} words, ${lines.length} kinds\n`);
}

mkdirSync(OUTPUT, { recursive: true });
for (const language of only.length > 0 ? only : Object.keys(READERS)) await makeReadings(language);
