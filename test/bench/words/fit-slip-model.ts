import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { WORD_FORMS, type WordForm } from "#worker/core/checks/spelling/slips/word-form.ts";
import { loadLexicon } from "#worker/threads/check/load-lexicon.ts";
import { fitLogistic } from "./fit-logistic.ts";
import { type LabelledWord, labelListed, labelPairs, labelSites, labelTreebanks, readVerdicts } from "./labelled-words.ts";
import { dictionaryWords, listedNames, listedTerms } from "./listed-words.ts";
import { type Form, isHeldOut, readCommonMisspellings } from "./misspellings.ts";
import { readSites } from "./site-texts.ts";
import { readTreebanks } from "./treebank-texts.ts";

/**
 * Fits the model that tells slips from words to labelled words, but for those that are held out:
 * `node test/bench/words/fit-slip-model.ts --sites <folder> --treebanks <folder of UD_English-EWT>`. See sources.md for what the folders hold.
 */
const { values } = parseArgs({ options: { sites: { type: "string", multiple: true }, treebanks: { type: "string" } } });
if (!values.sites || !values.treebanks) throw new Error("Say where the sites and the treebanks are.");

const OUTPUT = new URL("../../../worker/core/checks/spelling/slips/slip-model.json", import.meta.url);
/** Takes every twelfth pair of the list; more do not change the fit. */
const EVERY = 12;
/** Share of the lists of words that is taken: more do not change the fit. */
const EVERY_WORD = 24;
const EVERY_NAME = 60;
const EVERY_TERM = 3;
const NAME_FORMS: readonly Form[] = ["first word", "in a title", "alone in a heading", "in capitals", "as a name"];
/**
 * Weight of all pairs of a form, as a multiple of the weight of its real slips. Real texts have few capitalised slips but many
 * names: a model fitted to them alone would find almost no capitalised slip.
 */
const PAIRS_WEIGH: Readonly<Record<WordForm, number>> = { small: 3.75, opening: 10, titled: 7.5, inner: 2.5, capitals: 3.75 };
/** Weight of all listed words of a form, as a multiple of that of all pairs. */
const LISTED_WEIGHS = 0.33;
const FEWEST_SLIPS = 20;
/** Weight of a word from a site. The model is for sites, but the treebanks' mails and forums are four times as large. */
const SITE_WEIGHS = 2;
/** Ridge penalties: of the weights that all forms share, and of the difference between a form's weights and those. */
const PENALTY = 2;
const FORM_PENALTY = 6;

const lexicon = await loadLexicon();
const verdictOf = readVerdicts(new URL("judged-words.tsv", import.meta.url));
const pairs = readCommonMisspellings().filter(({ isHeldOut }, at) => at % EVERY === 0 && !isHeldOut);
const some = (words: readonly string[], every: number) => words.filter((word, at) => at % every === 0 && !isHeldOut(word));
const names = some(listedNames(), EVERY_NAME);
const terms = some(listedTerms(), EVERY_TERM);
const ANY_FORM: readonly Form[] = ["lower case", "first word", "in a title", "alone in a heading", "in capitals"];
const labelled = [
  ...labelPairs(lexicon, pairs),
  ...labelListed(lexicon, some(dictionaryWords(lexicon), EVERY_WORD), { forms: ANY_FORM }),
  ...labelListed(lexicon, names, { forms: NAME_FORMS, unlisted: new Set(names) }),
  ...labelListed(lexicon, terms, { forms: ANY_FORM, unlisted: new Set(terms) }),
  ...labelSites(lexicon, values.sites.flatMap(readSites), verdictOf),
  ...labelTreebanks(lexicon, readTreebanks(values.treebanks), verdictOf),
].filter(({ isHeldOut }) => !isHeldOut);

const features = [...new Set(labelled.flatMap(({ evidence }) => Object.keys(evidence.features)))];
const toRow = (word: LabelledWord, weight: number) => ({
  features: features.map((name) => word.evidence.features[name] ?? 0),
  isSlip: word.isSlip,
  weight,
});
const isReal = ({ origin }: LabelledWord) => origin === "site" || origin === "treebank";
const realWeight = ({ origin }: LabelledWord) => (origin === "site" ? SITE_WEIGHS : 1);
const rowsOf = (form: WordForm, among: readonly LabelledWord[]) => {
  const words = among.filter(({ evidence }) => evidence.form === form);
  const carried = words.filter(({ origin }) => origin === "pair");
  const listed = words.filter(({ origin }) => origin === "listed");
  const real = words.filter(isReal);
  const slips = real.filter(({ isSlip }) => isSlip).length;
  const weight = (PAIRS_WEIGH[form] * Math.max(FEWEST_SLIPS, slips)) / Math.max(1, carried.length);
  return [
    ...carried.map((word) => toRow(word, weight)),
    ...listed.map((word) => toRow(word, (weight * carried.length * LISTED_WEIGHS) / Math.max(1, listed.length))),
    ...real.map((word) => toRow(word, realWeight(word))),
  ];
};

/** The direction in which evidence can point, where only one is possible: a rare slip must not teach that a common word is a slip. */
const FOR_WORD = new Set(
  (
    "cost costOverHalf costOverOne costPerLetter written edited editedCapital spoken isSpoken spokenFar foreign american british medical " +
    "scientific isName isDerived isPlausible isPlural isLongerByD isPrefixed isBritish isSuffixed isInNameCell isQuoted isSpokenOf " +
    "unknownShare isCall code isAmongNames isCutShort unknownNear isForeignPhrase isListedWithUnknown followsCapital followsName followsTitle precedesCapital " +
    "precedesName isPossessive isInList isCompound isUnspeakable rival short"
  ).split(" "),
);
const FOR_SLIP = new Set(
  "isListedSlip spokenRatio common ratio nearCommon informal nearInformal long isNeverCounted veryCommon smallRarity".split(
    " ",
  ),
);
const signs = features.map((name) => (FOR_WORD.has(name) ? -1 : FOR_SLIP.has(name) ? 1 : 0));
const none = features.map(() => 0);
/** Returns the weights of each form. */
const fitForms = (words: readonly LabelledWord[]) => {
  const all = fitLogistic(
    WORD_FORMS.flatMap((form) => rowsOf(form, words)),
    { centre: none, penalty: PENALTY, signs },
  );
  const fitForm = (form: WordForm) => fitLogistic(rowsOf(form, words), { centre: all, penalty: FORM_PENALTY, signs });
  return new Map(WORD_FORMS.map((form) => [form, fitForm(form)]));
};

// The misspellings made for the fit are more often slips than real unknown words. How much too sure this makes the model is measured on
// real words of sources that it was not fitted to, in two halves.
const sideOf = (name: string) => (createHash("sha256").update(name).digest()[1] ?? 0) % 2;
const asked = [0, 1].flatMap((side) => {
  const isAside = (word: LabelledWord) => isReal(word) && sideOf(word.source) === side;
  const weights = fitForms(labelled.filter((word) => !isAside(word)));
  return labelled.filter(isAside).map((word) => {
    const { features: values } = toRow(word, 1);
    const logit = values.reduce((sum, value, at) => sum + value * (weights.get(word.evidence.form)?.[at] ?? 0), 0);
    return { features: [1, logit], isSlip: word.isSlip, weight: realWeight(word) };
  });
});
const rounded = (weight = 0) => Number(weight.toFixed(3));
const [bias, slope] = fitLogistic(asked, { centre: [0, 1], penalty: 1, signs: [0, 1] });
const calibration = { bias: rounded(bias), slope: rounded(slope) };

const fitted = fitForms(labelled);
const forms = Object.fromEntries(
  WORD_FORMS.map((form) => [form, Object.fromEntries(features.map((name, at) => [name, rounded(fitted.get(form)?.[at])]))]),
);
const source = "Fitted by test/bench/words/fit-slip-model.ts; a weight for each piece of evidence, by how the word is written.";
writeFileSync(OUTPUT, `${JSON.stringify({ source, calibration, forms }, null, 2)}\n`);
process.stdout.write(`calibration: ${JSON.stringify(calibration)}\n`);
for (const form of WORD_FORMS) {
  const words = labelled.filter(({ evidence }) => evidence.form === form);
  const slips = words.filter(({ isSlip, origin }) => isSlip && origin !== "pair").length;
  process.stdout.write(`${form}: ${words.length} words, ${slips} real slips\n`);
}
