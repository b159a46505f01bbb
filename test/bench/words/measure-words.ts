import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readRows } from "#test/bench/language/halves.ts";
import { type Finding, MAIL_CONFIDENCE } from "#worker/core/checks/finding.ts";
import { createCheckSpelling } from "#worker/core/checks/spelling/check-spelling.ts";
import { slipProbabilityOf } from "#worker/core/checks/spelling/slips/slip-probability.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";
import { type LabelledWord, labelListed, labelSites, labelTreebanks, readVerdicts, withoutLists } from "./labelled-words.ts";
import { dictionaryWords } from "./listed-words.ts";
import { carry, FORMS, isHeldOut, readPairs } from "./misspellings.ts";
import { findOnSite } from "./site-findings.ts";
import { readSites } from "./site-texts.ts";
import { readTreebanks } from "./treebank-texts.ts";
import { createFindJudged } from "./unknown-words.ts";

/**
 * Measures the judgement of English words on what the model was not fitted to:
 * `node test/bench/words/measure-words.ts --corpora <folder> --sites <folder>… --treebanks <folder> [--fresh <folder>] [--write]`.
 * `--fresh`: sites that were not looked at before this measurement.
 */
const { values } = parseArgs({
  options: {
    corpora: { type: "string" },
    sites: { type: "string", multiple: true },
    fresh: { type: "string" },
    treebanks: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
if (!values.corpora || !values.sites || !values.treebanks) throw new Error("Say where the corpora, sites and treebanks are.");

const lexicon = await loadLexicon();
const check = createCheckSpelling(lexicon);
const judge = createFindJudged(lexicon);
const isMailed = ({ confidence }: Pick<Finding, "confidence">) => confidence >= MAIL_CONFIDENCE;
const lines: string[] = [];

/** A share with the interval that holds it in 19 of 20 cases (Wilson's). */
function share(part: number, whole: number): string {
  if (whole === 0) return "none";
  const [p, z] = [part / whole, 1.96];
  const middle = (p + (z * z) / (2 * whole)) / (1 + (z * z) / whole);
  const half = (z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole))) / (1 + (z * z) / whole);
  const percent = (value: number) => (100 * value).toFixed(1);
  return `${percent(p)} % (${percent(middle - half)}–${percent(middle + half)}; ${part} of ${whole})`;
}

lines.push("| misspellings | shown | mailed | mailed if no list had it | first suggestion right |", "|---|---|---|---|---|");
const pairs = readPairs(`${values.corpora}/spelling.tsv`).filter(({ isHeldOut }) => isHeldOut);
for (const form of FORMS) {
  if (form === "as a name") continue;
  const found = pairs.map((pair, turn) => {
    const { text, kind, wrong, right } = carry(pair, form, turn);
    const finding = check({ text, kind }, "en-US").find((one) => one.text === wrong);
    const judged = judge({ text, kind }).find(({ word }) => word === wrong);
    const unlisted = judged ? slipProbabilityOf(withoutLists(judged.evidence)) : 0;
    return { finding, isRight: finding?.suggestions[0] === right, isMailedUnlisted: unlisted >= MAIL_CONFIDENCE };
  });
  const count = (test: (one: (typeof found)[number]) => boolean | undefined) => share(found.filter(test).length, found.length);
  const mailed = count(({ finding }) => finding && isMailed(finding));
  const unlisted = count(({ isMailedUnlisted }) => isMailedUnlisted);
  const shown = count(({ finding }) => finding !== undefined);
  lines.push(`| ${form} | ${shown} | ${mailed} | ${unlisted} | ${count(({ isRight }) => isRight)} |`);
}

lines.push("", "| words of larger dictionaries that ours lack, held out | mailed |", "|---|---|");
const EVERY_WORD = 24;
const listed = dictionaryWords(lexicon).filter((word, at) => at % EVERY_WORD === 0 && isHeldOut(word));
for (const form of ["lower case", "first word", "in a title"] as const) {
  const judged = labelListed(lexicon, listed, { forms: [form] });
  const mailed = judged.filter(({ evidence }) => slipProbabilityOf(evidence) >= MAIL_CONFIDENCE).length;
  lines.push(`| ${form} | ${share(mailed, judged.length)} |`);
}

const verdictOf = readVerdicts(new URL("judged-words.tsv", import.meta.url));
const sites = values.sites.flatMap(readSites);
const fresh = values.fresh ? readSites(values.fresh) : [];
lines.push("", "| mailed words of sites, weighed by the whole site | are true |", "|---|---|");
const groups = [
  ["sites of the fit", sites.filter(({ site }) => !isHeldOut(site))],
  ["held-out sites", sites.filter(({ site }) => isHeldOut(site))],
  ["fresh sites", fresh],
] as const;
for (const [name, group] of groups) {
  const mailed = group.flatMap((site) =>
    findOnSite(site, lexicon)
      .filter(isMailed)
      .map(({ text }) => verdictOf(site.site, text)),
  );
  const clear = mailed.filter((verdict) => verdict !== "unclear");
  lines.push(`| ${group.length} ${name} | ${share(clear.filter((verdict) => verdict === "slip").length, clear.length)} |`);
}
const real = [...labelSites(lexicon, sites, verdictOf), ...labelTreebanks(lexicon, readTreebanks(values.treebanks), verdictOf)]
  .filter((word) => word.isHeldOut)
  .map((word) => ({ ...word, probability: slipProbabilityOf(word.evidence) }));
type Weighed = LabelledWord & { probability: number };
const precision = (words: readonly Weighed[]) => {
  const mailed = words.filter(({ probability }) => probability >= MAIL_CONFIDENCE);
  return share(mailed.filter(({ isSlip }) => isSlip).length, mailed.length);
};
const recall = (words: readonly Weighed[]) => {
  const slips = words.filter(({ isSlip }) => isSlip);
  return share(slips.filter(({ probability }) => probability >= MAIL_CONFIDENCE).length, slips.length);
};
lines.push("", "| unknown words of real texts, held out | mailed and true | slips mailed |", "|---|---|---|");
for (const origin of ["site", "treebank"] as const) {
  const words = real.filter((word) => word.origin === origin);
  lines.push(`| ${origin}s, each block by itself | ${precision(words)} | ${recall(words)} |`);
}

lines.push("", "| said | is true |", "|---|---|");
const BOUNDS = [0, 0.1, 0.3, 0.6, 0.8, 0.9, 1];
for (const [at, to] of BOUNDS.slice(1).entries()) {
  const from = BOUNDS[at] ?? 0;
  const within = real.filter(({ probability }) => probability >= from && (probability < to || to === 1));
  lines.push(`| ${from}–${to} | ${share(within.filter(({ isSlip }) => isSlip).length, within.length)} |`);
}

const paragraphs = readRows(`${values.corpora}/prose-clean.tsv`, "all").map(([text = ""]) => text);
const words = paragraphs.join(" ").split(/\s+/u).length;
const alarms = paragraphs.flatMap((text) => check({ text }, "en-US")).filter(isMailed);
lines.push("", `Clean prose: ${alarms.length} mailed in ${words} words: ${alarms.map(({ text }) => text).join(", ")}.`);

const result = `Held out by word, site and document (${isHeldOut.name}). Made by measure-words.ts.\n\n${lines.join("\n")}\n`;
process.stdout.write(result);
if (values.write) writeFileSync(new URL("words.result.md", import.meta.url), result);
