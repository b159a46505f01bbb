import { judged, type PatternRule } from "../../engine/pattern-rule.ts";

/** Adjectives, of which many have an adverb in "-ly". Some verbs are made of an adjective ("to fine tune", "to hot swap"). */
const ADJECTIVE =
  "@J&!@DCGX&!first&!last&!right&!sure&!mean&!further&!most&!fast&!second&!positive&!negative&!fine&!dry&!deep&!hot&!soft&!live&!double&!blind&!free&!cold&!dead&!quiet&!open&!clean&!near&!good&!bad&!black&!white";
const VERB = ":VBD|:VBP|:VBZ|:VB|:VBN&@VZD";

/** Loose rules for adjectives where an adverb belongs, and for forms of pronouns. */
export const JUDGED_WORDS: readonly PatternRule[] = [
  judged(
    1,
    "we-simple-chose",
    `!be&!is&!make&!makes&!made&!find&!found&!get i|you|we|they|he|she|it|who|which [ ${ADJECTIVE} ] ${VERB}&!:NN&!:NNS`,
    "{3:L}",
    "I original wanted two. => I originally wanted two.",
    "We free climb here.",
  ),
  judged(
    2,
    "to-temporary-disable",
    `to|<modal>|don't|didn't|doesn't ~<subject> ~not [ ${ADJECTIVE} ] @V&!:NN&!:JJ&!:NNS`,
    "{4:L}",
    "You can temporary disable it. => You can temporarily disable it.",
    ["We turn to public bodies for help.", "Thanks to good use of it."],
  ),
  judged(
    0,
    "additional-we",
    "^ [ additional|final|general|usual|unfortunate|similar|consequent|typical|ideal|basic|eventual|initial|previous|recent|normal|fortunate|hopeful|surprising|interesting ] ,|i|we|you|they|he|she|it|the",
    "{2:L}",
    "Additional, we sell tea. => Additionally, we sell tea.",
  ),
  judged(
    3,
    "has-same",
    ":VBZ|:VBP|:VBD|:VB|:IN [ same ] :NN&!day&!sex|:NNS|as",
    "the same",
    "They have same number of rooms. => They have the same number of rooms.",
    "We do the same every day.",
  ),
  judged(
    0,
    "sent-tom-and-i",
    "to|for|with|between|from|of|by|about|give|let|show Aa|him|her|you|them and [ i ] .|,|?|!|$|in|on|at|to|about|with|for|before|after|when|if|because|through|into",
    "me",
    "They sent it to Anna and I. => They sent it to Anna and me.",
    "I gave it to Anna and I left.",
  ),
];

/** Rules for contractions at the end of a sentence, where the verb is spoken in full. */
export const CONTRACTED_ENDS: readonly PatternRule[] = [
  judged(0, "as-im", "!and&!or&!not&* [ i'm ] .|?|!", "I am", "He is not as tall as I'm. => He is not as tall as I am."),
];
