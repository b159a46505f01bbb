import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

const ADVERBS_LACKING =
  "general|wide|common|frequent|usual|recent|special|particular|strong|high|direct|specific|complete|full|proper|correct|easy|quick|regular|constant|previous|beautiful|careful|deep|great|significant|slight|serious|severe|bad|possible|actual|real|probable|definite|certain|automatic|simple|clear|final|normal|immediate|extreme|entire|absolute|exact|total|main|accurate|effective|efficient|permanent|temporary|local|public|private|official";

/** Rules for adjectives where an adverb belongs, by the parts of speech in the sentence. */
export const TAGGED_ADVERBS: readonly PatternRule[] = [
  pattern(
    "tag-can-possible",
    `!^&!:WRB :MD [ ${ADVERBS_LACKING}&!deep ] have|:VB|:VBP&@V`,
    "{3:L}",
    "It could possible have rained. => It could possibly have rained.",
  ),
  pattern(
    "tag-is-wide-used",
    `is|are|was|were|been|has|have|had [ ${ADVERBS_LACKING} ] :VBN&@C&!grown&!dressed&!fixed&!paid`,
    "{2:L}",
    "It is general known. => It is generally known.",
    "It is real and was special.",
  ),
  pattern(
    "tag-works-perfect",
    "work|works|worked|function|functions|run|runs|perform|performs|behave|sing|sings|dance|dances|drive|drives|fit|fits|speak|speaks [ perfect|bad|correct|proper|fluent|beautiful|smooth|nice|quick|careful|excellent|efficient ] .|and|,|$|for|in|with|on",
    "{2:L}",
    "The app works perfect. => The app works perfectly.",
  ),
];
