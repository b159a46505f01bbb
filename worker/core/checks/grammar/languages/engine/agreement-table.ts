import { inCaseOf } from "./compile-rule.ts";
import { canBe, isOnly, type Part, type ReadingsOf } from "./parts.ts";

/** Lists the combinations of gender and number. */
export const SLOTS = ["ms", "fs", "mp", "fp"] as const;
export type Slot = (typeof SLOTS)[number];

export type AgreementTable = {
  language: string;
  /** Rows of forms of a determiner in the order of SLOTS: "le la les les"; "-" for a missing form. */
  determiners: readonly string[];
  /** Maps subject pronouns to the slots that they can have. */
  pronouns: Readonly<Record<string, readonly Slot[]>>;
  /** Forms of "be" in the third person and, for pronouns, in the other persons. */
  copulas: ReadonlySet<string>;
  /** Adverbs that can come between a copula and its predicate. */
  adverbs: ReadonlySet<string>;
  /** Words that do not agree, or whose gender or number is missing from the dictionary. */
  exceptions: ReadonlySet<string>;
  /** Determiners that cannot be pronouns, so that the word after them is not a verb. */
  neverPronouns: ReadonlySet<string>;
  /** Words that are determiners or prepositions, and so do not always agree with the next word: "a pé". */
  prepositions?: ReadonlySet<string>;
  /** Words after which a determiner is a pronoun or a number: "le ou la", "mille et une", "tous les deux". */
  notAfter: ReadonlySet<string>;
  /** Prepositions, including those merged with an article. They join a noun to an earlier one. */
  linkers: ReadonlySet<string>;
  /** Conjunctions that join adjectives, each of which can describe one of several things: "les États belge et français". */
  coordinators: ReadonlySet<string>;
  /** Endings that form the other forms of a noun or adjective, for suggestions. */
  endings: readonly string[];
  /** Returns a determiner as written before a word: "un'" before a vowel, else "una". */
  written?(determiner: string, next: string): string;
  /** Returns true if a determiner is right before a word despite its gender ("el agua"). */
  isRight?(determiner: string, next: string, slots: readonly Slot[]): boolean;
};

/**
 * Returns true if a word can only be a noun, adjective or participle (or a verb, if `mayBeVerb`) and is not a name or exception.
 */
export function isSureNominal(
  { readings, lower, isCapital, isShouted }: Part,
  { exceptions }: AgreementTable,
  mayBeVerb = false,
): boolean {
  return (
    !isCapital &&
    !isShouted &&
    !exceptions.has(lower) &&
    lower.length > 2 &&
    isOnly(readings, mayBeVerb ? ["N", "A", "P", "V1", "V2", "V3", "Vm"] : ["N", "A", "P"]) &&
    (canBe(readings, "N") || canBe(readings, "A"))
  );
}

export function slotsOf(readings: string, kinds: string): Slot[] {
  return SLOTS.filter((slot) => [...kinds].some((kind) => canBe(readings, kind + slot)));
}

/** Returns a form of a word for one of the slots, made by changing its ending. */
export function formOf(
  word: Part,
  slots: readonly Slot[],
  { endings }: AgreementTable,
  readingsOf: ReadingsOf,
): string | undefined {
  for (let cut = 0; cut <= 4 && cut < word.lower.length - 1; cut++) {
    const stem = word.lower.slice(0, word.lower.length - cut);
    for (const ending of endings) {
      const form = stem + ending;
      const found = slotsOf(readingsOf(form), "NAP");
      if (form !== word.lower && slots.some((slot) => found.includes(slot))) return inCaseOf(form, word.text);
    }
  }
  return undefined;
}
