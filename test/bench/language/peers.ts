import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { installPeers } from "#test/bench/peers/install-peers.ts";
import { MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { checkCases } from "./check-cases.ts";
import type { Checker, Flag } from "./checkers/flag.ts";
import { harperChecker } from "./checkers/harper-checker.ts";
import { languageToolChecker } from "./checkers/language-tool-checker.ts";
import { cspellChecker, typosChecker } from "./checkers/word-checkers.ts";
import { readRows } from "./halves.ts";

/**
 * Compares the English checks with those of other programs on the same texts:
 * `node test/bench/language/peers.ts <folder of the corpora> [--languagetool URL] [--typos BINARY] [--limit N] [--write]`.
 * `--languagetool`: a running server; `--limit`: rows of each corpus; `--write`: stores the table in peers.result.md.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    languagetool: { type: "string" },
    typos: { type: "string" },
    limit: { type: "string", default: "100000" },
    write: { type: "boolean", default: false },
  },
});
const [folder] = positionals;
if (!folder) throw new Error("Say which folder holds the corpora.");
const sentences = join(import.meta.dirname, "sentences");
const rows = (path: string) => readRows(path, "aside").slice(0, Number(values.limit));
const ownRows = (kind: "wrong" | "right") =>
  ["development", "last-check"].flatMap((part) => readRows(join(sentences, `${part}-${kind}.tsv`), "all"));
const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

const misspellings = rows(`${folder}/spelling.tsv`).map(([wrong = "", right = ""]) => ({ wrong, right }));
const prose = rows(`${folder}/prose-clean.tsv`).map(([text = ""]) => text);
const words = prose.reduce((sum, text) => sum + text.split(/\s+/).length, 0);

type Misspelling = (typeof misspellings)[number];
type Row = { what: string; texts: readonly string[]; figure(flags: readonly (readonly Flag[])[]): string };

/** Counts the misspellings that a report touches, or whose first suggestion is right. */
function spellingRow(what: string, carry: (word: string) => string, cased: (word: string) => string, isHit: Hit): Row {
  const cases = misspellings.map(({ wrong, right }) => ({ wrong: cased(wrong), right: cased(right) }));
  return {
    what,
    texts: cases.map(({ wrong }) => carry(wrong)),
    figure: (flags) =>
      percent(cases.filter((pair, at) => (flags[at] ?? []).some((flag) => isHit(flag, pair, carry))).length, cases.length),
  };
}
type Hit = (flag: Flag, pair: Misspelling, carry: (word: string) => string) => boolean;
const touches: Hit = ({ start, end }, { wrong }, carry) => {
  const at = carry(wrong).indexOf(wrong);
  return start < at + wrong.length && end > at;
};
const isRepaired: Hit = (flag, pair, carry) => touches(flag, pair, carry) && flag.suggestions[0] === pair.right;

const flagged = (what: string, texts: readonly string[], kinds: readonly Flag["kind"][]): Row => ({
  what,
  texts,
  figure: (flags) => percent(flags.filter((of) => of.some(({ kind }) => kinds.includes(kind))).length, texts.length),
});
const alarms = (what: string, kind: Flag["kind"]): Row => ({
  what,
  texts: prose,
  figure: (flags) => {
    const count = flags.flat().filter((flag) => flag.kind === kind).length;
    return count === 0 ? `none in ${words}` : `1 in ${Math.round(words / count)}`;
  },
});
const inSentence = (word: string) => `She wrote to us that ${word} would not be needed any more.`;
const asFirst = (word: string) => `${word} is what they asked us about last week.`;
const same = (word: string) => word;

const ROWS: readonly Row[] = [
  spellingRow("misspellings found, lower case", inSentence, same, touches),
  spellingRow("the same, first suggestion right", inSentence, same, isRepaired),
  spellingRow("misspellings found, first word", asFirst, capitalised, touches),
  flagged(
    "everyday wrong sentences (ours)",
    ownRows("wrong").map(([, text = ""]) => text),
    ["spelling", "grammar"],
  ),
  flagged(
    "tricky right sentences (ours)",
    ownRows("right").map(([, text = ""]) => text),
    ["spelling", "grammar"],
  ),
  flagged(
    "wrong sentences of LanguageTool",
    rows(`${folder}/grammar-lt.tsv`).map(([text = ""]) => text),
    ["grammar"],
  ),
  flagged(
    "right sentences of LanguageTool",
    rows(`${folder}/correct-lt.tsv`).map(([text = ""]) => text),
    ["grammar"],
  ),
  flagged(
    "wrong sentences of Harper",
    rows(`${folder}/grammar-harper.tsv`).map(([text = ""]) => text),
    ["grammar"],
  ),
  flagged(
    "their corrections",
    rows(`${folder}/grammar-harper.tsv`).map(([, text = ""]) => text),
    ["grammar"],
  ),
  alarms("spelling alarms on clean prose, words", "spelling"),
  alarms("grammar alarms on clean prose, words", "grammar"),
];

/** Remembers what a checker said of the same texts: two rows may count different things of them. */
function remembering(check: Checker): Checker {
  const known = new Map<string, ReturnType<Checker>>();
  return (texts) => {
    const key = texts.join("\n");
    const flags = known.get(key) ?? check(texts);
    known.set(key, flags);
    return flags;
  };
}

/** Checks texts by `npm run check`. A Finding's place is where its text is first written. */
async function checkOurs(texts: readonly string[]): Promise<Flag[][]> {
  const found = await checkCases(texts, { lang: "en-US", only: ["spelling", "grammar"] });
  return found.map((findings, at) =>
    findings.map(({ check, text, suggestions, confidence }) => {
      const start = Math.max(0, texts[at]?.indexOf(text) ?? 0);
      const kind = check === "spelling" ? "spelling" : "grammar";
      return { start, end: start + text.length, kind, suggestions, isMailed: confidence >= MAIL_CONFIDENCE };
    }),
  );
}

const resolvePeer = await installPeers();
// Its package exports the program to `import` alone, so it is found from the main file.
const cspell = join(fileURLToPath(resolvePeer("cspell")), "..", "..", "..", "bin.mjs");
const shown = remembering(checkOurs);
const mailed: Checker = async (texts) => (await shown(texts)).map((flags) => flags.filter((flag) => flag.isMailed));
const CHECKERS: readonly [name: string, checker: Checker][] = [
  ["ours, mailed", mailed],
  ["ours, shown", shown],
  ...(values.languagetool
    ? [["LanguageTool", remembering(languageToolChecker(values.languagetool))] as [string, Checker]]
    : []),
  ["Harper", remembering(harperChecker())],
  ["cspell", remembering(cspellChecker(cspell))],
  ...(values.typos ? [["typos", remembering(typosChecker(values.typos))] as [string, Checker]] : []),
];

const lines = [`| what | ${CHECKERS.map(([name]) => name).join(" | ")} |`, `|---|${CHECKERS.map(() => "---").join("|")}|`];
for (const { what, texts, figure } of ROWS) {
  const figures: string[] = [];
  for (const [, checker] of CHECKERS) figures.push(figure(await checker(texts)));
  lines.push(`| ${what} (${texts.length}) | ${figures.join(" | ")} |`);
  process.stdout.write(`${lines.at(-1)}\n`);
}
if (values.write) writeFileSync(join(import.meta.dirname, "peers.result.md"), `${lines.join("\n")}\n`);
