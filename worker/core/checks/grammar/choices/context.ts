import type { Token } from "../engine/tokens.ts";
import { WORD_CLASS } from "../engine/word-class.ts";

const { N, P, V, Z, D, C, G, J, R, U, X } = WORD_CLASS;
const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that say which form of a verb follows, wherever it is in the clause. */
const GOVERNORS = set(
  "can could will would shall should may might must cannot can't couldn't won't wouldn't shan't shouldn't do does did don't doesn't didn't have has had haven't hasn't hadn't having am is are was were be been being isn't aren't wasn't weren't i'm you're he's she's it's we're they're that's there's i've you've we've they've i'd you'd we'd they'd he'd she'd i'll you'll we'll they'll he'll she'll it'll to let lets let's make makes made help helps helped please",
);
const PREPOSITIONS = set(
  "of in to for with on at by from about into over after under between without through during against among upon within near behind before like",
);
const CLAUSE = set(
  "that which who whom if because when where while although though since unless until so but whether how what why as than",
);
const SINGULAR = set(
  "he she it this that each everyone everybody someone anybody anyone nobody something everything nothing one another either neither",
);
const PLURAL = set("we they you these those many few several both");
const SKIPPED = set(
  "not never always often also usually still just now already really all both only soon ever sometimes recently currently",
);

/** A number for a word: its hash. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash, 0);
}

/** Mixes two numbers into one of 32 bits. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) | 0;
}

/** What a place in a sentence looks like from each of its words: the word, its kind, its number. */
export type Seen = { word: number; kind: number; number: number; token: Token };

const EDGE = hashOf("^");
const NONE = 0;

/** Returns what the model knows about each token. */
export function seenOf(tokens: readonly Token[]): Seen[] {
  return tokens.map((token) => {
    const { kind, lower, classes } = token;
    if (kind === "edge") return { word: EDGE, kind: EDGE, number: NONE, token };
    if (kind === "mark") return { word: hashOf(lower), kind: hashOf(lower), number: NONE, token };
    const isName = /^\p{Lu}/u.test(token.text);
    const word = hashOf(/^\p{N}/u.test(lower) ? "0" : lower);
    const isFunction = (classes & X) !== 0 || GOVERNORS.has(lower);
    const known = classes & ~X;
    const shape = known === 0 ? `${isName ? "Aa" : "??"}${lower.endsWith("s") ? "s" : ""}` : String(known);
    return { word, kind: isFunction ? word : hashOf(shape), number: numberOf(token, isName), token };
  });
}

/** 0 none, 1 singular, 2 plural, 3 either, 4 name, 5 number, 6 "I". */
function numberOf({ lower, classes }: Token, isName: boolean): number {
  if (lower === "i") return 6;
  if (SINGULAR.has(lower)) return 1;
  if (PLURAL.has(lower)) return 2;
  if (classes & U) return 5;
  if (classes & X) return 0;
  if ((classes & (N | P)) === (N | P)) return 3;
  if (classes & P) return 2;
  if (classes & N) return 1;
  return isName || classes === 0 ? 4 : 0;
}

/**
 * Returns the hashes that describe what is around a word, never the word itself: `left` is the index of the last token before
 * it, `right` of the first after it. `lemma` is of the form chosen there.
 */
export function contextOf(seen: readonly Seen[], left: number, right: number, lemma: string): number[] {
  const out: number[] = [];
  const none: Seen = seen[0] as Seen;
  const [a3, a2, a1] = [seen[left - 2] ?? none, seen[left - 1] ?? none, seen[left] ?? none];
  const [b1, b2, b3] = [seen[right] ?? none, seen[right + 1] ?? none, seen[right + 2] ?? none];
  let id = 1;
  const add = (...parts: number[]) => {
    let h = id++;
    for (const part of parts) h = mix(h, part);
    out.push(h);
  };
  add();
  add(a1.word);
  add(b1.word);
  add(a2.word);
  add(b2.word);
  add(a1.kind, b1.kind);
  add(a2.kind, a1.kind);
  add(b1.kind, b2.kind);
  add(a3.kind, a2.kind, a1.kind);
  add(a2.kind, a1.kind, b1.kind);
  add(a1.kind, b1.kind, b2.kind);
  add(a2.kind, a1.kind, b1.kind, b2.kind);
  add(a3.kind, a2.kind, a1.kind, b1.kind);
  add(b1.kind, b2.kind, b3.kind);
  add(a1.word, b1.word);
  add(a2.word, a1.word);
  add(b1.word, b2.word);
  add(a3.word, a2.word, a1.word);
  add(a2.word, a1.word, b1.word);
  add(a1.word, b1.word, b2.word);
  add(a1.word, b1.kind);
  add(a1.kind, b1.word);
  const governor = governorAt(seen, left + 1);
  const subject = subjectAt(seen, left + 1);
  const object = objectAt(seen, right - 1);
  add(governor);
  add(governor, a1.kind);
  add(governor, b1.kind);
  add(governor, subject);
  add(subject);
  add(subject, b1.kind);
  add(subject, a1.kind);
  add(subject, object);
  add(object);
  add(object, a1.kind);
  add(object, a2.kind, a1.kind);
  if (lemma === "") return out;
  const own = hashOf(lemma);
  add(own);
  add(own, a1.kind);
  add(own, b1.kind);
  add(own, a1.word);
  add(own, b1.word);
  add(own, governor);
  add(own, a1.kind, b1.kind);
  add(own, a2.kind, a1.kind);
  return out;
}

const FARTHEST = 12;

/** The nearest word before that governs a verb, and how much is between: nothing, a subject, or another verb. */
function governorAt(seen: readonly Seen[], at: number): number {
  let between = 0;
  for (let i = at - 1; i >= Math.max(0, at - FARTHEST); i--) {
    const one = seen[i] as Seen;
    const { kind, lower, classes } = one.token;
    if (kind === "edge" || lower === ";" || lower === ":") return mix(EDGE, between);
    if (GOVERNORS.has(lower)) return mix(one.word, between);
    if (CLAUSE.has(lower)) return mix(one.word, between);
    if (lower === ",") between |= 4;
    else if (lower === "and" || lower === "or") between |= 8;
    else if (classes & (V | Z | D) && !(classes & (N | P | J | R))) between |= 2;
    else if (!SKIPPED.has(lower) && !(classes & R && !(classes & (N | V)))) between |= 1;
  }
  return mix(1, between);
}

/** The number of the noun just before and of the one that it depends on: "the rooms on the first floor" is singular, then plural. */
function subjectAt(seen: readonly Seen[], at: number): number {
  let i = at - 1;
  while (i > 0 && isAside((seen[i] as Seen).token)) i--;
  const nearest = seen[i] as Seen | undefined;
  if (!nearest || nearest.number === 0) return mix(2, nearest?.kind ?? 0);
  let head = nearest.number;
  let flags = 0;
  for (let left = i - 1; left >= Math.max(0, i - FARTHEST); left--) {
    const { token, number } = seen[left] as Seen;
    if (token.kind === "edge") {
      flags |= 1;
      break;
    }
    if (token.kind === "mark" || CLAUSE.has(token.lower) || GOVERNORS.has(token.lower)) {
      flags |= token.kind === "mark" ? 2 : 4;
      break;
    }
    if (token.lower === "and") flags |= 8;
    if (token.classes & (V | Z | D) && !(token.classes & (N | P | J | C | G)) && number === 0) break;
    const before = seen[left - 1];
    if (PREPOSITIONS.has(token.lower) && before && before.number > 0) {
      head = before.number;
      flags |= 16;
    }
  }
  return mix(mix(3, nearest.number), mix(head, flags));
}

function isAside({ lower, classes, kind }: Token): boolean {
  return kind === "word" && (SKIPPED.has(lower) || (classes & ~X) === R);
}

/** The number of the first noun phrase after, and what begins it. */
function objectAt(seen: readonly Seen[], at: number): number {
  let number = 0;
  let start = 0;
  for (let i = at + 1; i <= Math.min(seen.length - 1, at + 5); i++) {
    const { token, number: own, kind } = seen[i] as Seen;
    if (token.kind !== "word") break;
    if (start === 0) start = token.classes & X ? kind : 1;
    if (own > 0 && own !== 5) number = own;
    else if (number > 0 || !(token.classes & (J | R | U | X | C | G)) || PREPOSITIONS.has(token.lower)) break;
  }
  return mix(mix(4, number), start);
}
