import { isFormedWord } from "./formed-word.ts";
import { type Evidence, evidenceOf, type Situation } from "./slip-evidence.ts";
import model from "./slip-model.json" with { type: "json" };

type Weights = Readonly<Record<string, number>>;
const { bias, slope } = model.calibration;
const WEIGHTS: Readonly<Record<string, Weights>> = model.forms;

/**
 * Limits the probability for phrases in another language, for names of daemons ("fingerd") and for words that their
 * writers formed from known ones ("diarise", "residentials"), because the model has seen few.
 */
const ASKS = 0.5;
/** Lowest probability for misspelt days and months. They have a capital like names, and too few occurred to fit this value. */
const DAY = 0.8;
/** Lowest probability for a contraction without its apostrophe ("thats"): larger dictionaries list some of these as plurals. */
const CONTRACTION = 0.9;

/** Returns the probability that an English word that no dictionary has is a slip: nine of ten words with 0.9 are slips. */
export function slipProbability(situation: Situation): number {
  const evidence = evidenceOf(situation);
  const probability = lacksApostrophe(situation)
    ? Math.max(CONTRACTION, slipProbabilityOf(evidence))
    : slipProbabilityOf(evidence);
  if (evidence.isDay) return Math.max(DAY, probability);
  const { isLongerByD, isBritish, isListedSlip } = evidence.features;
  const isOwnWord =
    (isBritish === 1 && isListedSlip === 0) ||
    isFormedWord(situation.word.word.toLowerCase(), bestOf(situation), situation.known);
  const isSeldomSeen = situation.isForeignPhrase || isLongerByD === 1 || isOwnWord;
  return isSeldomSeen ? Math.min(ASKS, probability) : probability;
}

const bestOf = ({ suggestions }: Situation) => suggestions[0]?.word.toLowerCase() ?? "";

function lacksApostrophe({ word, suggestions }: Situation): boolean {
  const best = suggestions[0]?.word ?? "";
  return best.includes("'") && best.replace("'", "") === word.word && word.compound === null;
}

/** Returns the probability that the model alone gives for the evidence. */
export function slipProbabilityOf({ form, features }: Pick<Evidence, "form" | "features">): number {
  const weights = WEIGHTS[form] ?? {};
  let logit = 0;
  for (const [name, value] of Object.entries(features)) logit += value * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-bias - slope * logit));
}
