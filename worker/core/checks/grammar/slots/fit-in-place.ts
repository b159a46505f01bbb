import { editedTokens } from "../engine/edited-tokens.ts";
import { NO_TAG } from "../engine/tag-features.ts";
import type { Token } from "../engine/token.ts";
import { slotTraitsOf } from "./slot-features.ts";
import { writeChances } from "./slot-model.ts";
import { bestFit, usesOf } from "./word-uses.ts";

const chances = new Float64Array(NO_TAG);

/** Returns the chance that the place of the tokens from `from` up to `to`, or the gap there, has a part of speech that a word can be. */
export function fitInPlace(tokens: readonly Token[], place: { from: number; to: number; fix: string }): number {
  writeChances(slotTraitsOf(editedTokens(tokens, place)), place.from, chances);
  return bestFit(usesOf(place.fix), chances);
}
