import { writeFileSync } from "node:fs";
import { frequencyIn } from "#worker/core/checks/spelling/slips/word-frequency.ts";
import { loadWordCounts } from "#worker/threads/check/load-word-counts.ts";

/**
 * Writes the commonest words of English, commonest first, which near-words.ts reads: `node test/bench/make/make-ranked-words.ts`. They come from
 * the counts that the spelling check ships (see worker/threads/check/word-counts/README.md).
 */
const OUTPUT = "worker/core/checks/grammar/engine/ranked-words.json";
const MOST = 8000;

const counts = loadWordCounts();
const decoder = new TextDecoder();
const ranked: { word: string; frequency: number }[] = [];
for (let at = 0; at + 1 < counts.starts.length; at++) {
  const word = decoder.decode(counts.letters.subarray(counts.starts[at], counts.starts[at + 1]));
  if (/^[a-z]{2,}$/u.test(word)) ranked.push({ word, frequency: frequencyIn(counts, word) });
}
ranked.sort((a, b) => b.frequency - a.frequency || a.word.localeCompare(b.word));
const words = ranked.slice(0, MOST).map(({ word }) => word);
const lines: string[] = [];
for (let at = 0; at < words.length; at += 16) lines.push(words.slice(at, at + 16).join(" "));
const about =
  "The commonest words of English, from the counts of the spelling check (see NOTICE). Made by test/bench/make/make-ranked-words.ts.";
writeFileSync(OUTPUT, `${JSON.stringify({ about, words: lines }, null, 2)}\n`);
