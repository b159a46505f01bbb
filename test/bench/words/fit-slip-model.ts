import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { WORD_FORMS, type WordForm } from "#worker/core/checks/spelling/slips/word-form.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";
import { fitLogistic } from "./fit-logistic.ts";
import { type LabelledWord, labelPairs, labelSites, labelTreebanks, readVerdicts } from "./labelled-words.ts";
import { readCommonMisspellings } from "./misspellings.ts";
import { readSites } from "./site-texts.ts";
import { readTreebanks } from "./treebank-texts.ts";

/**
 * Fits the model that tells slips from words to labelled words, but for those that are held out:
 * `node test/bench/words/fit-slip-model.ts --sites <folder> --treebanks <folder>`. See sources.md for what the folders hold.
 */
const { values } = parseArgs({ options: { sites: { type: "string" }, treebanks: { type: "string" } } });
if (!values.sites || !values.treebanks) throw new Error("Say where the sites and the treebanks are.");

const OUTPUT = new URL("../../../worker/core/checks/spelling/slips/slip-model.json", import.meta.url);
/** Takes every twelfth pair of the list; more do not change the fit. */
const EVERY = 12;
/**
 * Weight of all pairs of a form, as a multiple of the weight of its real slips. Real texts have few capitalised slips but many
 * names: a model fitted to them alone would find almost no capitalised slip.
 */
const PAIRS_WEIGH: Readonly<Record<WordForm, number>> = { small: 1.5, opening: 4, titled: 3, inner: 1, capitals: 1.5 };
const FEWEST_SLIPS = 20;
/** Weight of a word from a site. The model is for sites, but the treebanks' mails and forums are four times as large. */
const SITE_WEIGHS = 2;
/** Ridge penalties: of the weights that all forms share, and of the difference between a form's weights and those. */
const PENALTY = 2;
const FORM_PENALTY = 6;

const lexicon = await loadLexicon();
const verdictOf = readVerdicts(new URL("judged-words.tsv", import.meta.url));
const pairs = readCommonMisspellings().filter(({ isHeldOut }, at) => at % EVERY === 0 && !isHeldOut);
const labelled = [
  ...labelPairs(lexicon, pairs),
  ...labelSites(lexicon, readSites(values.sites), verdictOf),
  ...labelTreebanks(lexicon, readTreebanks(values.treebanks), verdictOf),
].filter(({ isHeldOut }) => !isHeldOut);

const names = [...new Set(labelled.flatMap(({ evidence }) => Object.keys(evidence.features)))];
const toRow = (word: LabelledWord, weight: number) => ({
  features: names.map((name) => word.evidence.features[name] ?? 0),
  isSlip: word.isSlip,
  weight,
});
const rowsOf = (form: WordForm) => {
  const words = labelled.filter(({ evidence }) => evidence.form === form);
  const carried = words.filter(({ origin }) => origin === "pair");
  const real = words.filter(({ origin }) => origin !== "pair");
  const slips = real.filter(({ isSlip }) => isSlip).length;
  const weight = (PAIRS_WEIGH[form] * Math.max(FEWEST_SLIPS, slips)) / Math.max(1, carried.length);
  return [
    ...carried.map((word) => toRow(word, weight)),
    ...real.map((word) => toRow(word, word.origin === "site" ? SITE_WEIGHS : 1)),
  ];
};

const none = names.map(() => 0);
const all = fitLogistic(WORD_FORMS.flatMap(rowsOf), { centre: none, penalty: PENALTY });
const forms = Object.fromEntries(
  WORD_FORMS.map((form) => {
    const weights = fitLogistic(rowsOf(form), { centre: all, penalty: FORM_PENALTY });
    return [form, Object.fromEntries(names.map((name, index) => [name, Number((weights[index] ?? 0).toFixed(3))]))];
  }),
);
const source = "Fitted by test/bench/words/fit-slip-model.ts; a weight for each piece of evidence, by how the word is written.";
writeFileSync(OUTPUT, `${JSON.stringify({ source, forms }, null, 2)}\n`);
for (const form of WORD_FORMS) {
  const words = labelled.filter(({ evidence }) => evidence.form === form);
  const slips = words.filter(({ isSlip, origin }) => isSlip && origin !== "pair").length;
  process.stdout.write(`${form}: ${words.length} words, ${slips} real slips\n`);
}
