import type { PatternGroup, PatternRule } from "../engine/pattern-rule.ts";
import { AGREEMENT, CLAUSE_AGREEMENT } from "./agreement/agreement.ts";
import { LONG_SUBJECTS } from "./agreement/long-subjects.ts";
import { OF_PHRASES } from "./agreement/of-phrases.ts";
import { SUBJECT_NUMBER } from "./agreement/subject-number.ts";
import { SUBJECT_VERB } from "./agreement/subject-verb.ts";
import { AGREEMENT_HEADS } from "./classes/agreement-heads.ts";
import { CLOSED_COMPOUNDS } from "./classes/closed-compounds.ts";
import { COLLOCATIONS } from "./classes/collocations.ts";
import { MISSING_ARTICLE } from "./classes/missing-article.ts";
import { MISSING_TO } from "./classes/missing-to.ts";
import { NEAR_COMMON } from "./classes/near-common.ts";
import { NEAR_SMALL } from "./classes/near-small.ts";
import { ADVERB_SLOTS, NOUN_SLOTS } from "./classes/noun-slots.ts";
import { NUMBERS } from "./classes/numbers.ts";
import { SMALL_VERBS } from "./classes/small-verbs.ts";
import { SMALL_WORDS } from "./classes/small-words.ts";
import { JOINING_COMMAS, TENSE_AND_NEGATION } from "./classes/tense-and-negation.ts";
import { AFTER_BE, VERB_SLOTS } from "./classes/verb-slots.ts";
import { JUDGED_AGREEMENT } from "./judged/judged-agreement.ts";
import { JUDGED_NOUNS } from "./judged/judged-nouns.ts";
import { JUDGED_CLAUSES, JUDGED_VERBS } from "./judged/judged-verbs.ts";
import { CONTRACTED_ENDS, JUDGED_WORDS } from "./judged/judged-words.ts";
import { PLAIN_AGREEMENT, PLAIN_PARTICIPLES } from "./judged/plain-clauses.ts";
import { EGGCORNS } from "./phrase/eggcorns.ts";
import { FIXED_PHRASES } from "./phrase/fixed-phrases.ts";
import { ASKED_WITH_NOUN, TRADE_PHRASES } from "./phrase/trade-phrases.ts";
import { TAGGED_ADVERBS } from "./tagged/tagged-adverbs.ts";
import { TAGGED_ARTICLES } from "./tagged/tagged-articles.ts";
import { TAGGED_NOUNS } from "./tagged/tagged-nouns.ts";
import { TAGGED_VERBS } from "./tagged/tagged-verbs.ts";
import { TAGGED_WORDS } from "./tagged/tagged-words.ts";
import { AFTER_ADJECTIVES } from "./usage/after-adjectives.ts";
import { EVERYDAY_USAGE } from "./usage/everyday-usage.ts";
import { LACKING_WORDS } from "./usage/lacking-words.ts";
import { MISSING_WORDS } from "./usage/missing-words.ts";
import { STRAY_COMMAS } from "./usage/stray-commas.ts";
import { TOLERATED } from "./usage/tolerated.ts";
import { UNCOUNTED_NOUNS } from "./usage/uncounted-nouns.ts";
import { USAGE } from "./usage/usage.ts";
import { PHRASES_IN_FORM, WORD_PARTNERS } from "./usage/word-partners.ts";
import { AFTER_HELPERS } from "./verb-form/after-helpers.ts";
import { EVERYDAY_FORMS } from "./verb-form/everyday-forms.ts";
import { JOINED_VERBS } from "./verb-form/joined-verbs.ts";
import { VERB_COMPLEMENTS } from "./verb-form/verb-complements.ts";
import { VERB_FORM } from "./verb-form/verb-form.ts";
import { CAPITALS } from "./writing/capitals.ts";
import { COMPOUND_HYPHENS } from "./writing/compound-hyphens.ts";
import { DATES_AND_NUMBERS } from "./writing/dates.ts";
import { HYPHENS } from "./writing/hyphens.ts";
import { REDUNDANCY } from "./writing/redundancy.ts";
import { APOSTROPHE_PLURALS } from "./wrong-word/apostrophe-plurals.ts";
import { CONFUSED_OTHERS } from "./wrong-word/confused-others.ts";
import { CONFUSED_PAIRS } from "./wrong-word/confused-pairs.ts";
import { CONFUSED_POSSESSIVES } from "./wrong-word/confused-possessives.ts";
import { CONFUSED_PRONOUNS } from "./wrong-word/confused-pronouns.ts";
import { EVERYDAY_MIXUPS } from "./wrong-word/everyday-mixups.ts";
import { EVERYDAY_SLIPS } from "./wrong-word/everyday-slips.ts";
import { EVERYDAY_WORDS } from "./wrong-word/everyday-words.ts";
import { MISTAKEN_NOUNS } from "./wrong-word/mistaken-nouns.ts";
import { LACKING_A_LETTER, LACKING_AN_APOSTROPHE, OVERLOOKED_WORDS } from "./wrong-word/overlooked-words.ts";
import { IRREGULAR_POSSESSIVES, SMALL_SLIPS } from "./wrong-word/small-slips.ts";
import { SOUND_ALIKE_VERBS } from "./wrong-word/sound-alike-verbs.ts";
import { SOUND_ALIKES } from "./wrong-word/sound-alikes.ts";
import { SWAPPED_LETTERS } from "./wrong-word/swapped-letters.ts";
import { YOUR_AND_OUR } from "./wrong-word/your-and-our.ts";

/** Groups all rules for English that consist of patterns, by the fields of their reports. */
export const PATTERN_GROUPS: readonly PatternGroup[] = [
  {
    rule: "grammar/agreement",
    severity: "error",
    confidence: 0.8,
    message: "The subject and its verb do not match: write “{fix}”, not “{text}”.",
    isExplained: true,
    patterns: [
      ...AGREEMENT,
      ...CLAUSE_AGREEMENT,
      ...SUBJECT_VERB,
      ...SUBJECT_NUMBER,
      ...LONG_SUBJECTS,
      ...OF_PHRASES,
      ...NUMBERS,
      ...AGREEMENT_HEADS,
      ...TAGGED_NOUNS,
      ...JUDGED_AGREEMENT,
      ...PLAIN_AGREEMENT,
    ],
  },
  {
    rule: "grammar/verb-or-word-form",
    severity: "error",
    confidence: 0.8,
    message: "This verb form is wrong here: write “{fix}”, not “{text}”.",
    isExplained: true,
    patterns: [
      ...VERB_FORM,
      ...VERB_COMPLEMENTS,
      ...AFTER_HELPERS,
      ...EVERYDAY_FORMS,
      ...VERB_SLOTS,
      ...AFTER_BE,
      ...ADVERB_SLOTS,
      ...MISSING_TO,
      ...TENSE_AND_NEGATION,
      ...SMALL_VERBS,
      ...TAGGED_VERBS,
      ...TAGGED_ADVERBS,
      ...JUDGED_VERBS,
      ...PLAIN_PARTICIPLES,
    ],
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
      ...EVERYDAY_MIXUPS,
      ...EVERYDAY_SLIPS,
      ...EVERYDAY_WORDS,
      ...MISTAKEN_NOUNS,
      ...LACKING_A_LETTER,
      ...YOUR_AND_OUR,
      ...SOUND_ALIKES,
      ...SOUND_ALIKE_VERBS,
      ...SWAPPED_LETTERS,
      ...SMALL_SLIPS,
      ...IRREGULAR_POSSESSIVES,
      ...APOSTROPHE_PLURALS,
      ...NOUN_SLOTS,
      ...SMALL_WORDS,
      ...NEAR_SMALL,
      ...NEAR_COMMON,
      ...TAGGED_WORDS,
      ...JUDGED_CLAUSES,
      ...JUDGED_NOUNS,
      ...JUDGED_WORDS,
      ...CONTRACTED_ENDS,
    ],
  },
  {
    rule: "grammar/contraction",
    severity: "error",
    confidence: 0.85,
    message: "“{text}” lacks its apostrophe: “{fix}”.",
    patterns: LACKING_AN_APOSTROPHE,
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
    patterns: [
      ...USAGE,
      ...EVERYDAY_USAGE,
      ...UNCOUNTED_NOUNS,
      ...WORD_PARTNERS,
      ...OVERLOOKED_WORDS,
      ...STRAY_COMMAS,
      ...LACKING_WORDS,
      ...MISSING_WORDS,
      ...AFTER_ADJECTIVES,
      ...COLLOCATIONS,
      ...JOINING_COMMAS,
      ...MISSING_ARTICLE,
      ...TAGGED_ARTICLES,
    ],
  },
  {
    rule: "grammar/usage",
    severity: "hint",
    confidence: 0.5,
    message: "Many editors write “{fix}”, not “{text}”.",
    patterns: TOLERATED,
  },
  {
    rule: "grammar/phrase",
    severity: "warning",
    confidence: 0.75,
    message: "Write this as one word: “{fix}”, not “{text}”.",
    patterns: CLOSED_COMPOUNDS,
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

const LABEL_PATTERNS: ReadonlySet<PatternRule> = new Set([...ASKED_WITH_NOUN, ...TRADE_PHRASES, ...IRREGULAR_POSSESSIVES]);

/** Groups the rules that need no whole sentence, so that they are right in headings and labels: "Login to your account". */
export const LABEL_GROUPS: readonly PatternGroup[] = PATTERN_GROUPS.map(({ patterns, ...group }) => ({
  ...group,
  patterns: patterns.filter((rule) => LABEL_PATTERNS.has(rule)),
})).filter(({ patterns }) => patterns.length > 0);
