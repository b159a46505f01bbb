import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

/** Matches a word that can only be the base form of a verb. */
const BASE = "@V&!@NPJDCGRX&aa";
const OBJECT = "<article>|<possessive>|<object>|it|this|these|those|any|some";
const FEELS = "afraid|glad|sure|aware|able|unable|interested|ready|proud|tired|excited|hungry|pleased|delighted";
const BY_SUBJECT: readonly (readonly [id: string, subjects: string, verb: string])[] = [
  ["i", "i", "am"],
  ["he", "he|she|it", "is"],
  ["we", "we|you|they", "are"],
];
const OBJECT_FORMS: readonly (readonly [subject: string, object: string])[] = [
  ["he", "him"],
  ["she", "her"],
  ["they", "them"],
  ["we", "us"],
];

/** Returns rules for adjectives and questions that lack "be", by the subject: "I afraid of it", "What she doing?". */
function rulesForLackingBe(): PatternRule[] {
  return BY_SUBJECT.flatMap(([id, subjects, verb]) => {
    const [subject = ""] = subjects.split("|");
    const written = subject === "i" ? "I" : subject;
    return [
      pattern(
        `${id}-afraid`,
        `^|and|but|because|that|so [ ${subjects} ${FEELS} ] of|to|that|for|in|with|about`,
        `{2} ${verb} {3}`,
        `But ${written} afraid of it. => But ${written} ${verb} afraid of it.`,
      ),
      pattern(
        `what-${id}-doing`,
        `what|where|why [ ${subjects} @G&!@J ] ?|here|there|with|about|for|to|in|on|at|now|today`,
        `${verb} {2} {3}`,
        `What ${written} doing here? => What ${verb} ${written} doing here?`,
      ),
    ];
  });
}

/** Holds rules for verbs in the wrong form, or missing, in phrases of a few small words. */
export const SMALL_VERBS = [
  ...rulesForLackingBe(),
  ...OBJECT_FORMS.map(([subject, object]) =>
    pattern(
      `between-${subject}`,
      `[ between ${subject} and ]`,
      `between ${object} and`,
      `It is between ${subject} and Anna. => It is between ${object} and Anna.`,
    ),
  ),
  pattern(
    "want-test-it",
    [
      `<subject>|don't|doesn't|didn't|to|will want|wants|wanted|need|needed [ @V&!@JXPDC&!help&!love&!support ] it|them|him`,
      `<subject>|don't|doesn't|didn't like [ ${BASE} ]`,
    ],
    "to {3}",
    "We want test it first. => We want to test it first.",
    "We need help; it is late.",
  ),
  pattern(
    "error-has-appear",
    `a|an|the|our|my|your|this|that|his|her|their ~@J @N&!@X has [ ${BASE}&!depend&!outbid ] .|,|$|<article>|<possessive>|in|on|to|from|by|it`,
    "{5:C}",
    "The bus has arrive. => The bus has arrived.",
    "The help that he has is enough.",
  ),
  pattern(
    "must-have-write",
    `<modal> have [ ${BASE} ] ${OBJECT}|to|in|on|at|.|$`,
    "{3:C}",
    "I must have write it. => I must have written it.",
    "You may have become old.",
  ),
  pattern(
    "have-was",
    "^|and|but i|you|we|they|he|she|it has|have [ was|were ]",
    "been",
    "I have was there. => I have been there.",
  ),
  pattern(
    "have-you-see",
    `^|and|but|where|when|how have|has i|you|he|she|it|we|they ~ever|already|also|just|never [ see|use|get|try|check|visit|hear|do|make|take|go|think|find|choose|receive|write|eat|buy|send|forget|know|lose ] ${OBJECT}|to|@P`,
    "{5:C}",
    "Have you ever see a fox? => Have you ever seen a fox?",
    "Have you ever come here?",
  ),
  pattern(
    "can-we-able",
    "^|and|but can|can't|could|will|would|should <subject> ~ever [ able ] to",
    "be able",
    "Can we able to park? => Can we be able to park?",
  ),
  pattern(
    "is-requires",
    "@N&!@X&!this&!that|@G [ is @Z&!@NPJDX&!depends&!means&!makes&!does ]",
    "{3}",
    "Your order is requires a check. => Your order requires a check.",
    "What it is matters.",
  ),
  pattern(
    "it-is-requires",
    [
      "^|and|but|because|when|if he|she|it|this [ is ~also|only|always|often|really|still|usually @Z&!@NPJDX&!depends&!means ]",
      "^|and|but|because|when|if he|she|it|this [ is ~also|only|always|often|really|still|usually looks|seems|tastes|sounds|feels|smells ] like|good|nice|great|very|as|so|a",
    ],
    "{4} {5}",
    "It is also includes lunch. => It also includes lunch.",
    "It is what it is.",
  ),
  pattern(
    "its-requires",
    "^|and|but|because|that|when|if [ it's @Z&!@NPJDX ]",
    "it {3}",
    "It's includes lunch. => It includes lunch.",
  ),
  pattern(
    "not-to-laughs",
    [
      "want|wants|wanted|try|tries|tried|decide|decides|decided|hope|hoped|wish|able ~not to [ @Z&!@NJX&!haves ] .|,|$|at|in|on|with|<article>|<possessive>|<object>|it",
      "surprised|happy|glad|pleased|good|nice|great|sad|sorry|easy|hard|how ~not to [ @Z&!@NPJX ]",
    ],
    "{4:V}",
    ["He tried not to laughs. => He tried not to laugh.", "I was glad to learns it. => I was glad to learn it."],
    "How to use it is clear.",
  ),
  pattern(
    "that-sound-great",
    "^|,|but|and that|this|it [ sound|look|seem|taste|smell ] great|good|nice|like|very|so|really|cool|lovely|right|wrong|fair|too|amazing|interesting|fine",
    "{3:Z}",
    "That sound great. => That sounds great.",
    "Let it look nice.",
  ),
  pattern(
    "work-here-since",
    "^|and|because|that i|we|they|you [ work|live|run|sell|serve|offer|provide|teach|study|play|bake|operate|trade ] ~here|there|in|for|at|from|as ~<determiner>|Aa|this ~@N since @U|<month>|<weekday>|last",
    "have {3:C}",
    "We work here since 2002. => We have worked here since 2002.",
    "We work, since it is fine.",
  ),
  pattern(
    "works-here-since",
    "he|she|it|who [ works|lives|runs|sells|serves|offers|provides|teaches|studies|plays|bakes|operates|trades ] ~here|there|in|for|at|from|as ~<determiner>|Aa|this ~@N since @U|<month>|<weekday>|last",
    "has {2:C}",
    "She works here since 2002. => She has worked here since 2002.",
  ),
  pattern(
    "to-not-to",
    "to [ not|never|maybe|also to ] @V",
    "{2}",
    "They hope to never to fail. => They hope to never fail.",
    "It is up to you, not to me.",
  ),
  pattern(
    "do-anyone",
    "^|,|and|but|how|what|why [ do anyone|anything|someone|everyone|everybody|anybody|nobody|that ] @V|have",
    "does {3}",
    "Do anyone know it? => Does anyone know it?",
    "They all do that now.",
  ),
  pattern(
    "was-there-many",
    "^|why|when|where|how [ is|was there ] many|several|two|three|four|five|lots|too ~many @P",
    "{2:V} there",
    [],
    "Is there much noise?",
  ),
  pattern(
    "why-you-no",
    `why|^|but|because i|you|we|they [ no ] ${BASE}|speak|know|like|want|understand|have|need`,
    "do not",
    "Why you no speak to us? => Why you do not speak to us?",
  ),
  pattern(
    "there-a-lot",
    "^|,|and|but|that|because [ there ] a lot|couple|bunch|number|few ~of @PJ",
    "there are",
    "There a lot of ways to go. => There are a lot of ways to go.",
    "Out there a lot of people wait.",
  ),
];
