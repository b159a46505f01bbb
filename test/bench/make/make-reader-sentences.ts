import { createWriteStream, readdirSync, readFileSync } from "node:fs";
import { tokensOf } from "#worker/core/checks/grammar/engine/tokens.ts";
import { OBJECT_PLACEHOLDER } from "#worker/core/page/block.ts";
import { type MarkedWord, makeSlip } from "./reader/make-slips.ts";

/**
 * Writes the sentences that reader/train_reader.py trains on, one a line as JSON (`w`: words, `y`: 1 for a wrong one): `node
 * --max-old-space-size=6000 test/bench/make/make-reader-sentences.ts <folder of texts> <output>`. make-texts.ts makes the texts. Three of
 * five sentences hold one to three slips that were made by chance.
 */
const [folder, output] = process.argv.slice(2);
if (!folder || !output) throw new Error("Say which folder holds the texts, and the output.");

const SHORTEST = 4;
const LONGEST = 59;
const SHARE_WRONG = 0.6;
const SHARE_WITHOUT_STOP = 0.25;
const TRIES = 12;
const random = createRandom(7);

const sentences = readdirSync(folder)
  .flatMap((file) => readFileSync(`${folder}/${file}`, "utf8").split("\n"))
  .filter((line) => !line.includes(OBJECT_PLACEHOLDER))
  .flatMap(sentencesOf);
const file = createWriteStream(output);
for (const sentence of shuffled([...new Set(sentences)])) {
  const words: MarkedWord[] = sentence.split(" ").map((word) => ({ word, isWrong: false }));
  if (/^[.!]$/u.test(words.at(-1)?.word ?? "") && random() < SHARE_WITHOUT_STOP) words.pop();
  if (random() < SHARE_WRONG) makeSlips(words);
  file.write(`${JSON.stringify({ w: words.map(({ word }) => word), y: words.map(({ isWrong }) => Number(isWrong)) })}\n`);
}
file.end();

function makeSlips(words: MarkedWord[]): void {
  const wanted = random() < 0.65 ? 1 : random() < 0.7 ? 2 : 3;
  for (let done = 0, tries = 0; done < wanted && tries < TRIES * wanted; tries++) if (makeSlip(words, random)) done++;
}

/** Returns the words of each sentence of a text, between spaces. */
function sentencesOf(line: string): string[] {
  const found: string[][] = [[]];
  for (const { kind, text } of tokensOf(line)) {
    if (kind === "edge") found.push([]);
    else found.at(-1)?.push(text);
  }
  return found.filter(({ length }) => length >= SHORTEST && length <= LONGEST).map((words) => words.join(" "));
}

function shuffled(list: string[]): string[] {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] ?? "", list[at] ?? ""];
  }
  return list;
}

/** Returns numbers from 0 to 1 that are the same in each run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x45d9f3b);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
