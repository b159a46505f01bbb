import { type Evidence, evidenceOf, type Situation } from "./slip-evidence.ts";
import model from "./slip-model.json" with { type: "json" };

type Weights = Readonly<Record<string, number>>;
const WEIGHTS: Readonly<Record<string, Weights>> = model.forms;

/** Beside words of another language the model, which has seen few, may only ask. */
const FOREIGN = 0.5;

/** Returns how likely it is that an English word that no dictionary has is a slip: of those with 0.9, nine of ten are. */
export function slipProbability(situation: Situation): number {
  const probability = slipProbabilityOf(evidenceOf(situation));
  return situation.isForeignPhrase ? Math.min(FOREIGN, probability) : probability;
}

/** Returns the same of evidence that was gathered before. */
export function slipProbabilityOf({ form, features }: Evidence): number {
  const weights = WEIGHTS[form] ?? {};
  let logit = 0;
  for (const [name, value] of Object.entries(features)) logit += value * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-logit));
}
