import { type Evidence, evidenceOf, type Situation } from "./slip-evidence.ts";
import model from "./slip-model.json" with { type: "json" };

type Weights = Readonly<Record<string, number>>;
const WEIGHTS: Readonly<Record<string, Weights>> = model.forms;

/** Beside words of another language, and about daemons ("fingerd"), the model, which has seen few, may only ask. */
const ASKS = 0.5;
/** Misspelt days and months have a capital like names; too few were met to fit this. */
const DAY = 0.8;

/** Returns how likely it is that an English word that no dictionary has is a slip: of those with 0.9, nine of ten are. */
export function slipProbability(situation: Situation): number {
  const evidence = evidenceOf(situation);
  const probability = slipProbabilityOf(evidence);
  if (evidence.isDay) return Math.max(DAY, probability);
  const isSeldomSeen = situation.isForeignPhrase || evidence.features.isLongerByD === 1;
  return isSeldomSeen ? Math.min(ASKS, probability) : probability;
}

/** Returns the same of evidence that was gathered before. */
export function slipProbabilityOf({ form, features }: Pick<Evidence, "form" | "features">): number {
  const weights = WEIGHTS[form] ?? {};
  let logit = 0;
  for (const [name, value] of Object.entries(features)) logit += value * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-logit));
}
