import type { Token } from "../engine/token.ts";
import { FUNCTION_WORD } from "../engine/word-class.ts";

/** The number of features of one place. */
export const SLOT_FEATURES = 19;

const PRIME = 0x01000193;
const OUTSIDE = -7;

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

function mixIn(hash: number, number: number): number {
  const mixed = Math.imul(Math.imul(hash ^ number, PRIME) ^ (number >>> 16), PRIME);
  return mixed ^ (mixed >>> 13);
}

function mix(seed: number, first: number, second = 0, third = 0): number {
  const hash = mixIn(mixIn(mixIn(Math.imul(0x811c9dc5 ^ seed, PRIME), first), second), third);
  return Math.imul(hash ^ (hash >>> 15), PRIME);
}

/** Hashes of the tokens of a text: of the words, their classes and their endings. Small words are classes of their own. */
export type SlotTraits = { words: Int32Array; classes: Int32Array; ends: Int32Array; tags: Int32Array };

export function slotTraitsOf(tokens: readonly Token[]): SlotTraits {
  const traits = {
    words: new Int32Array(tokens.length),
    classes: new Int32Array(tokens.length),
    ends: new Int32Array(tokens.length),
    tags: new Int32Array(tokens.length),
  };
  for (const [at, token] of tokens.entries()) {
    const word = token.kind === "edge" ? "<s>" : /^\p{N}/u.test(token.lower) ? token.lower.replace(/\d/gu, "0") : token.lower;
    traits.words[at] = hashText(word);
    traits.classes[at] = classOf(token, word);
    traits.ends[at] = hashText(word.slice(-3));
    traits.tags[at] = token.tag;
  }
  return traits;
}

function classOf({ kind, classes, lower, text }: Token, word: string): number {
  if (kind === "edge") return -1;
  if (kind === "mark" || classes & FUNCTION_WORD) return hashText(word);
  return mix(3, classes, Number(lower.endsWith("s")), Number(text !== lower));
}

const of = (values: Int32Array, index: number) => values[index] ?? OUTSIDE;

/** Writes the features of the place at an index into `out`: what is around it, and nothing of the word in it. */
export function writeSlotFeatures({ words, classes, ends, tags }: SlotTraits, at: number, out: Int32Array): void {
  const [last, lastButOne] = [of(words, at - 1), of(words, at - 2)];
  const [next, nextButOne] = [of(words, at + 1), of(words, at + 2)];
  const [tag1, tag2, tag3] = [of(tags, at - 1), of(tags, at - 2), of(tags, at - 3)];
  const [class1, class2] = [of(classes, at + 1), of(classes, at + 2)];
  out[0] = mix(1, tag1);
  out[1] = mix(2, tag1, tag2);
  out[2] = mix(3, last);
  out[3] = mix(4, last, tag2);
  out[4] = mix(5, lastButOne, last);
  out[5] = mix(6, next);
  out[6] = mix(7, class1);
  out[7] = mix(8, last, next);
  out[8] = mix(9, tag1, next);
  out[9] = mix(10, tag1, class1);
  out[10] = mix(11, tag1, tag2, class1);
  out[11] = mix(12, next, nextButOne);
  out[12] = mix(13, class1, class2);
  out[13] = mix(14, tag1, class1, class2);
  out[14] = mix(15, last, class1);
  out[15] = mix(16, tag1, tag2, tag3);
  out[16] = mix(17, nextButOne);
  out[17] = mix(18, of(classes, at - 1), of(classes, at - 2), class1);
  out[18] = mix(19, of(ends, at + 1), tag1);
}
