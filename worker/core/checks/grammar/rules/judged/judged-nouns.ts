import { judged, type PatternRule } from "../../engine/pattern-rule.ts";

const OBJECT = "the|a|an|my|your|his|her|our|their|this|these|that|some|me|him|us|them|it|you";
const KIND_OF =
  "collection|multitude|range|variety|number|series|list|group|couple|bunch|lot|selection|lots|plenty|hundreds|thousands|dozens";

/** Loose rules for the number of nouns, and for nouns and verbs that are written for each other. */
export const JUDGED_NOUNS: readonly PatternRule[] = [
  judged(
    1,
    "a-150-likes",
    "[ a|an ##|<counted> ] @P&:NNS&!@N&!fourths&!thirds&!quarters&!halves =|in|on|of|from|to|for|with|and|ago|later|before|after",
    "{2}",
    "It got a 150 votes in a day. => It got 150 votes in a day.",
  ),
  judged(
    0,
    "collection-of-book",
    `${KIND_OF} of ~other|new|old|different|good|great [ <countable>&!experience ] .|,|!|?|$|;|in|on|at|for|that|who|which|are|were|have`,
    "{4:P}",
    "It has a collection of picture. => It has a collection of pictures.",
    "It has a lot of music.",
  ),
  judged(
    0,
    "the-confirm",
    "!let&!have&!make&!help&!see&!that a|an|the|my|your|his|our|their ~:JJ [ @V&!@NPJDCGRX&aa&!commute&!invite&!deploy&!construct&!commit&!install&!respond&!go&!treat&!quote&!restore&!create&!prepay&!read&!remake&!edit&!fail&!pass&!reinforce&!refresh&!update&!upload&!download&!insert&!submit&!send ] .|,|!|?|$|of|to|was|is|by|for|in|with|on|and|he|she|we|they|i",
    "{4:E}",
    "After the arrive we had tea. => After the arrival we had tea.",
  ),
  judged(
    0,
    "will-withdrawal",
    `<modal>|don't|didn't|doesn't|please ~not|also [ @N&!@PVJRXG ] ${OBJECT}`,
    "{3:B}",
    "You can withdrawal the money. => You can withdraw the money.",
  ),
  judged(
    0,
    "to-emphasis",
    `!:VBN&!due&!thanks&!according&!subject to [ @N&!@PVJRXG ] the|a|an|my|your|his|her|our|their|this|it|them`,
    "{3:B}",
    "We want to emphasis the price. => We want to emphasize the price.",
  ),
];
