import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { halfOf } from "../language/halves.ts";

/**
 * Writes the folder of sentences that test/bench/language/held-out.ts reads: `node test/bench/make/make-held-out.ts <LanguageTool's
 * grammar.xml> <clone of keisks/jfleg> <folder with grammar-lt.tsv and correct-lt.tsv> <output>`. The first is in the jar `language-en` of
 * `org.languagetool` on Maven. Rules of which the two lists hold examples are left out, and halves are halves of rules. The output
 * stays out of the repository.
 */
const [grammar, jfleg, corpora, output] = process.argv.slice(2);
if (!grammar || !jfleg || !corpora || !output)
  throw new Error("Say where LanguageTool's rules, JFLEG's clone, the corpora and the output are.");

/** The categories that are about grammar and words in context. The others are about spelling, names, capitals and typography. */
const CATEGORIES = new Set(
  "GRAMMAR CONFUSED_WORDS COLLOCATIONS NONSTANDARD_PHRASES SEMANTICS PUNCTUATION COMPOUNDING".split(" "),
);
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

type Example = { rule: string; text: string; start: number; marked: string; corrections: string; isWrong: boolean };

const plain = (xml: string) =>
  xml
    .replace(/<[^>]*>/gu, "")
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/gu, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/\s+/gu, " ");

/** Returns the examples of the rules in a file of LanguageTool's, each text once. */
function examplesIn(xml: string): Example[] {
  const found = new Map<string, Example>();
  let category = "";
  let group = "";
  let rule = "";
  const parts = xml
    .replace(/<!--[\s\S]*?-->|<antipattern\b[\s\S]*?<\/antipattern>/gu, "")
    .matchAll(/<(category|rulegroup|rule)\b([^>]*)>|<\/rulegroup>|<example\b([^>]*)>([\s\S]*?)<\/example>/gu);
  for (const [part, kind, attributes = "", ofExample = "", inner = ""] of parts) {
    const id = /\bid="([^"]*)"/u.exec(attributes)?.[1] ?? "";
    if (kind === "category") category = id;
    else if (kind === "rulegroup") group = id;
    else if (kind === "rule") rule = group || id;
    else if (part === "</rulegroup>") group = "";
    else if (CATEGORIES.has(category) && !ofExample.includes("triggers_error")) {
      const corrections = /\bcorrection=(["'])(.*?)\1/u.exec(ofExample)?.[2];
      const isWrong = corrections !== undefined || /type=["']incorrect/u.test(ofExample);
      const [before = "", marked = ""] = inner
        .trimStart()
        .split(/<\/?marker>/u)
        .map(plain);
      const text = plain(inner).trim();
      const start = marked === "" ? -1 : before.length;
      found.set(`${isWrong} ${text}`, { rule, text, start, marked, corrections: plain(corrections ?? ""), isWrong });
    }
  }
  return [...found.values()];
}

const columnOf = (file: string, column: number) =>
  readFileSync(`${corpora}/${file}`, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t")[column] ?? "");
const known = new Set([...columnOf("grammar-lt.tsv", 2), ...columnOf("correct-lt.tsv", 1)]);
const examples = examplesIn(readFileSync(grammar, "utf8")).filter(({ rule }) => !known.has(rule));
const write = (name: string, rows: readonly (readonly string[])[]) =>
  writeFileSync(`${output}/${name}.tsv`, `${rows.map((row) => row.join("\t")).join("\n")}\n`);

mkdirSync(output, { recursive: true });
for (const [name, half] of [
  ["dev", "development"],
  ["aside", "aside"],
] as const) {
  const ofHalf = examples.filter(({ rule }) => halfOf([rule]) === half);
  for (const kind of ["wrong", "right"])
    write(
      `lt-${kind}-${name}`,
      ofHalf.filter(({ isWrong }) => isWrong === (kind === "wrong")).map(({ rule, text }) => [rule, text]),
    );
  if (half === "development")
    write(
      "lt-slips-dev",
      ofHalf
        .filter(({ isWrong, start }) => isWrong && start >= 0)
        .map(({ rule, text, start, marked, corrections }) => [rule, text, String(start), marked, corrections]),
    );
}

const linesOf = (part: string, name: string) =>
  execFileSync("git", ["-C", jfleg, "show", `HEAD:${part}/${part}.${name}`], { encoding: "utf8" })
    .trimEnd()
    .split("\n")
    .map((line) => line.trim());

/** Returns a sentence as people write it, without the spaces before marks that JFLEG has. */
function asWritten(tokens: string): string {
  return tokens
    .replace(/ ([.,;:!?%)\]}])/gu, "$1")
    .replace(/([([{$]) /gu, "$1")
    .replace(/ (n't|'s|'re|'ve|'ll|'d|'m)\b/giu, "$1")
    .replace(/ ``? /gu, ' "')
    .replace(/ ''? ?/gu, '" ')
    .trim();
}

/** Returns a sentence without its misspellings, with the capitals that the writer wrote: the test part of JFLEG lacks them. */
function withCapitals(spelled: string, source: string): string {
  const written = source.split(" ");
  const words = spelled.split(" ");
  if (words.length !== written.length) return spelled;
  return words.map((word, at) => (written[at]?.toLowerCase() === word.toLowerCase() ? (written[at] ?? word) : word)).join(" ");
}

for (const part of ["dev", "test"]) {
  const sources = linesOf(part, "src");
  const spelled = linesOf(part, "spellchecked.src").map((line, at) => withCapitals(line, sources[at] ?? ""));
  const references = ["ref0", "ref1", "ref2", "ref3"].map((name) => linesOf(part, name));
  const pairs = spelled.flatMap((text, at) => {
    const right = references.map((lines) => lines[at] ?? "").find((line) => line !== text);
    return right === undefined ? [] : [{ text, right }];
  });
  write(
    `jfleg-${part}`,
    pairs.map(({ text }) => ["jfleg", asWritten(text)]),
  );
  write(
    `jfleg-${part}-right`,
    pairs.map(({ right }) => ["jfleg", asWritten(right)]),
  );
}
