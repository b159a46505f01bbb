import { inCaseOf } from "./compile-rule.ts";
import { canBe, isOnly, type Part, type ReadingsOf } from "./parts.ts";

/** A gender and a number: "ms", "fs", "mp", "fp". */
export const SLOTS = ["ms", "fs", "mp", "fp"] as const;
export type Slot = (typeof SLOTS)[number];

export type AgreementTable = {
  language: string;
  /** Rows of a determiner for each slot: "le la les les"; "-" where there is none. */
  determiners: readonly string[];
  /** Subject pronouns and the slots that they can be. */
  pronouns: Readonly<Record<string, readonly Slot[]>>;
  /** Forms of "be" of the third person and, for pronouns, of the others. */
  copulas: ReadonlySet<string>;
  /** Words that may stand between a copula and what it says. */
  adverbs: ReadonlySet<string>;
  /** Words that do not agree or whose gender or number the dictionary does not know. */
  exceptions: ReadonlySet<string>;
  /** Determiners that are no pronouns, so that no verb comes after them. */
  neverPronouns: ReadonlySet<string>;
  /** Determiners that are prepositions before words that they do not agree with: "a pé". */
  prepositions?: ReadonlySet<string>;
  /** Words after which a determiner is a pronoun or a number: "le ou la", "mille et une", "tous les deux". */
  notAfter: ReadonlySet<string>;
  /** Prepositions, also with an article in them: they join a noun to one before it. */
  linkers: ReadonlySet<string>;
  /** What joins adjectives of which each is about one of several things. */
  coordinators: ReadonlySet<string>;
  /** Endings that make the other forms of a noun or adjective, for suggestions. */
  endings: readonly string[];
  /** Returns a determiner as it is written before a word: "un'" before a vowel, else "una". */
  written?(determiner: string, next: string): string;
  /** True for determiners that are right before a word all the same ("el agua"). */
  isRight?(determiner: string, next: string, slots: readonly Slot[]): boolean;
};

/** A noun or adjective and nothing else, but for a verb where none can be, and no name. */
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

/** Returns the form of a word for one of some slots, found by its ending. */
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
