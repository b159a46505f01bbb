import { fnvHash } from "../../../text/fnv-hash.ts";
import type { Token } from "../engine/token.ts";

/** The hash of the edge of a sentence, and of what is outside a text. */
export const EDGE = fnvHash("<s>");
const NUMBER = fnvHash("<0>");
const NAME = fnvHash("<N>");
const QUOTE = fnvHash('"');
const APOSTROPHE = fnvHash("'");
/** Endings by which words are counted together that are too rare to count alone. */
const ENDINGS = ["ing", "ed", "ly", "s"];
const RARE = new Map([...ENDINGS, ""].map((ending) => [ending, fnvHash(`<-${ending}>`)]));
const OPENING = /^["“‘'(]$/u;

export const wordHash = (word: string) => fnvHash(word);

/** Returns the hash under which a word in small letters is counted: its own, or that of its ending if it is not known. */
export function knownHash(word: string, isKnown: (hash: number) => boolean): number {
  const hash = wordHash(word);
  if (isKnown(hash)) return hash;
  const ending = ENDINGS.find((one) => word.endsWith(one)) ?? "";
  return RARE.get(ending) ?? EDGE;
}

/** Returns the hash under which each token is counted. Names and numbers are counted together; `isKnown` as in `knownHash`. */
export function sequenceHashes(tokens: readonly Token[], isKnown: (hash: number) => boolean): Float64Array {
  return Float64Array.from(tokens, (token, at) => {
    if (token.kind === "edge") return EDGE;
    if (token.kind === "mark") return markHash(token.text);
    if (/^\p{N}/u.test(token.lower)) return NUMBER;
    if (isName(tokens, at)) return NAME;
    return knownHash(token.lower, isKnown);
  });
}

function markHash(text: string): number {
  return /^[“”"]$/u.test(text) ? QUOTE : /^[‘’']$/u.test(text) ? APOSTROPHE : wordHash(text);
}

/** Returns true for a word with a capital that begins no sentence and no quotation. */
function isName(tokens: readonly Token[], at: number): boolean {
  const { text, lower } = tokens[at] ?? { text: "", lower: "" };
  return /^\p{Lu}/u.test(text) && !/^i(?:$|')/u.test(lower) && !isFirst(tokens, at);
}

/** Returns true for the first word of a sentence or a quotation. */
export function isFirst(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === "edge" || OPENING.test(before.text);
}
