import { mkdirSync, writeFileSync } from "node:fs";
import { listSources, readParagraphs } from "./slots/read-sources.ts";

/**
 * Writes the paragraphs of the sources in slots/sources.json into one file each, for the scripts that count and train on texts:
 * `node test/bench/make/make-texts.ts <folder of clones named owner+name> <folder for the texts>`.
 */
const [mirrors, texts] = process.argv.slice(2);
if (!mirrors || !texts) throw new Error("Say which folder holds the clones, and which one gets the texts.");

mkdirSync(texts, { recursive: true });
for (const source of listSources()) {
  const paragraphs = readParagraphs(mirrors, source);
  writeFileSync(`${texts}/${source.repository.replace("/", "+")}.txt`, paragraphs.join("\n"));
  process.stdout.write(`${source.repository}: ${paragraphs.length} paragraphs\n`);
}
