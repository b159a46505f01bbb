import { AGREEMENT, CLAUSE_AGREEMENT } from "./agreement.ts";
import { APOSTROPHE_PLURALS } from "./apostrophe-plurals.ts";
import { CAPITALS } from "./capitals.ts";
import { COMPOUND_HYPHENS } from "./compound-hyphens.ts";
import { CONFUSED_OTHERS } from "./confused-others.ts";
import { CONFUSED_PAIRS } from "./confused-pairs.ts";
import { CONFUSED_POSSESSIVES } from "./confused-possessives.ts";
import { CONFUSED_PRONOUNS } from "./confused-pronouns.ts";
import { DATES_AND_NUMBERS } from "./dates.ts";
import { EGGCORNS } from "./eggcorns.ts";
import { EVERYDAY_SLIPS } from "./everyday-slips.ts";
import { EVERYDAY_WORDS } from "./everyday-words.ts";
import { FIXED_PHRASES } from "./fixed-phrases.ts";
import { HYPHENS } from "./hyphens.ts";
import { JOINED_VERBS } from "./joined-verbs.ts";
import { LACKING_WORDS } from "./lacking-words.ts";
import { LONG_SUBJECTS } from "./long-subjects.ts";
import { MISTAKEN_NOUNS } from "./mistaken-nouns.ts";
import { LACKING_A_LETTER, OVERLOOKED_WORDS } from "./overlooked-words.ts";
import type { PatternGroup } from "./pattern-rule.ts";
import { REDUNDANCY } from "./redundancy.ts";
import { SOUND_ALIKE_VERBS } from "./sound-alike-verbs.ts";
import { SOUND_ALIKES } from "./sound-alikes.ts";
import { STRAY_COMMAS } from "./stray-commas.ts";
import { SUBJECT_NUMBER } from "./subject-number.ts";
import { SUBJECT_VERB } from "./subject-verb.ts";
import { SWAPPED_LETTERS } from "./swapped-letters.ts";
import { ASKED_WITH_NOUN, TRADE_PHRASES } from "./trade-phrases.ts";
import { UNCOUNTED_NOUNS } from "./uncounted-nouns.ts";
import { USAGE } from "./usage.ts";
import { VERB_COMPLEMENTS } from "./verb-complements.ts";
import { VERB_FORM } from "./verb-form.ts";
import { PHRASES_IN_FORM, WORD_PARTNERS } from "./word-partners.ts";
import { YOUR_AND_OUR } from "./your-and-our.ts";

/** The rules made of patterns, by how they are reported. */
export const PATTERN_GROUPS: readonly PatternGroup[] = [
  {
    rule: "grammar/agreement",
    severity: "error",
    confidence: 0.8,
    message: "The subject and its verb do not match: write “{fix}”, not “{text}”.",
    isExplained: true,
    patterns: [...AGREEMENT, ...CLAUSE_AGREEMENT, ...SUBJECT_VERB, ...SUBJECT_NUMBER, ...LONG_SUBJECTS],
  },
  {
    rule: "grammar/verb-or-word-form",
    severity: "error",
    confidence: 0.8,
    message: "This verb form is wrong here: write “{fix}”, not “{text}”.",
    isExplained: true,
    patterns: [...VERB_FORM, ...VERB_COMPLEMENTS],
  },
  {
    rule: "grammar/verb-or-word-form",
    severity: "warning",
    confidence: 0.75,
    message: "“{text}” is a noun; write the verb as “{fix}”.",
    patterns: [...JOINED_VERBS, ...ASKED_WITH_NOUN],
  },
  {
    rule: "grammar/wrong-word",
    severity: "error",
    confidence: 0.8,
    message: "You probably mean “{fix}”, not “{text}”.",
    isExplained: true,
    patterns: [
      ...CONFUSED_PRONOUNS,
      ...CONFUSED_POSSESSIVES,
      ...CONFUSED_PAIRS,
      ...CONFUSED_OTHERS,
      ...EVERYDAY_SLIPS,
      ...EVERYDAY_WORDS,
      ...MISTAKEN_NOUNS,
      ...LACKING_A_LETTER,
      ...YOUR_AND_OUR,
      ...SOUND_ALIKES,
      ...SOUND_ALIKE_VERBS,
      ...SWAPPED_LETTERS,
      ...APOSTROPHE_PLURALS,
    ],
  },
  {
    rule: "grammar/phrase",
    severity: "warning",
    confidence: 0.75,
    message: "The phrase is “{fix}”, not “{text}”.",
    patterns: [...FIXED_PHRASES, ...EGGCORNS, ...PHRASES_IN_FORM, ...TRADE_PHRASES],
  },
  {
    rule: "grammar/usage",
    severity: "warning",
    confidence: 0.7,
    message: "The usual wording is “{fix}”, not “{text}”.",
    isExplained: true,
    patterns: [...USAGE, ...UNCOUNTED_NOUNS, ...WORD_PARTNERS, ...OVERLOOKED_WORDS, ...STRAY_COMMAS, ...LACKING_WORDS],
  },
  {
    rule: "grammar/date",
    severity: "error",
    confidence: 0.8,
    message: "“{text}” is not a real date; check the day and the month.",
    patterns: DATES_AND_NUMBERS,
  },
  {
    rule: "grammar/redundancy",
    severity: "hint",
    confidence: 0.5,
    message: "“{text}” says the same thing twice; write “{fix}”.",
    patterns: REDUNDANCY,
  },
  {
    rule: "grammar/hyphen",
    severity: "hint",
    confidence: 0.5,
    message: "Join these words with a hyphen: write “{fix}”, not “{text}”.",
    patterns: [...HYPHENS, ...COMPOUND_HYPHENS],
  },
  {
    rule: "grammar/capital",
    severity: "warning",
    confidence: 0.65,
    message: "Write “{fix}” with a capital letter.",
    patterns: CAPITALS,
  },
];
