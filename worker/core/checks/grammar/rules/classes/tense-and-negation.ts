import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

const SINCE = "since @U|<month>|<weekday>|yesterday|last|the|my|<counted>";
const NEGATIVE = "don't|doesn't|didn't|can't|cannot|won't|couldn't|wouldn't|never|haven't|hasn't|hadn't|isn't|wasn't";
const BE_FOR: readonly (readonly [id: string, subjects: string, verb: string])[] = [
  ["i", "i", "am"],
  ["he", "he|she|it", "is"],
  ["we", "we|you|they", "are"],
];

/** Returns rules for "-ing" forms that lack "be", by the subject: "I going home", "they not going". */
function rulesForLackingBe(): PatternRule[] {
  return BE_FOR.flatMap(([id, subjects, verb]) => {
    const [subject = ""] = subjects.split("|");
    const written = subject === "i" ? "I" : subject;
    return [
      pattern(
        `${id}-not-going`,
        `^|and|but|because|that|why|if|so [ ${subjects} not @G ]`,
        `{2} ${verb} not {4}`,
        `Why ${written} not going? => Why ${written} ${verb} not going?`,
        "Us not going is sad.",
      ),
      pattern(
        `${id}-going`,
        `^|because|but|so [ ${subjects} @G&!being&!having&!according&!regarding&!including ] to|on|in|at|with|for|from|<article>|<possessive>|<object>|it|you`,
        `{2} ${verb} {3}`,
        `But ${written} going to the sea. => But ${written} ${verb} going to the sea.`,
        "They saw us going to the sea.",
      ),
    ];
  });
}

/** Holds rules for tenses that a word for time rules out, for "-ing" forms without "be", and for double negatives. */
export const TENSE_AND_NEGATION = [
  ...rulesForLackingBe(),
  pattern(
    "are-open-since",
    [
      `i|we|you|they|stores|shops|offices|rooms|members [ am|are ] ~also|all here|there|open|active|married|together|closed|friends|customers|members|available|online ${SINCE}`,
      `i|we|you|they|stores|shops|offices [ am|are ] ~also|all in|on the|this|our|business|operation|@N! ${SINCE}`,
    ],
    "have been",
    "We are open since 1990. => We have been open since 1990.",
    "We are open, since the day is fine.",
  ),
  pattern(
    "is-open-since",
    [
      `he|she|it|the|our|this|my ~@N [ is ] ~also|now here|there|open|active|married|closed|available|online ${SINCE}`,
      `he|she|it|the|our|this|my ~@N [ is ] ~also|now in|on the|this|our|business|operation|@N! ${SINCE}`,
    ],
    "has been",
    "The shop is open since May. => The shop has been open since May.",
    "It is here, since May is warm.",
  ),
  pattern(
    "yesterday-i-go",
    ["^ yesterday ~, i|we|they|he|she [ @VZ&!@DXJ ] !,", "^ yesterday ~, i|we|they|he|she [ go ] !,"],
    "{5:D}",
    "Yesterday I go to the sea. => Yesterday I went to the sea.",
    "Yesterday we had to go.",
  ),
  pattern(
    "last-week-i-go",
    [
      "^ last night|week|month|year|summer|winter|spring|weekend ~, i|we|they|he|she [ @VZ&!@DXJ ] !,",
      "^ last night|week|month|year|weekend ~, i|we|they|he|she [ go ] !,",
    ],
    "{6:D}",
    "Last week we go to the sea. => Last week we went to the sea.",
    "Last week we had to go.",
  ),
  pattern(
    "i-go-yesterday",
    "^ i|we|they|he|she [ go|goes|visit|visits|buy|buys|come|comes|see|sees|meet|meets|eat|eats|find|finds|call|calls|order|orders ] ~<determiner>|to|with|<object> ~<determiner>|@J ~@N|there yesterday|ago",
    "{3:D}",
    "We go to the sea yesterday. => We went to the sea yesterday.",
    "We see the sea every day.",
  ),
  ...["thing", "body", "where"].map((thing) =>
    pattern(
      `dont-find-no${thing}`,
      `${NEGATIVE} ~ever|even|really find|see|do|say|get|give|charge|want|need|know|hear|go|like|have [ no${thing} ] !but`,
      `any${thing}`,
      `They never see no${thing}. => They never see any${thing}.`,
      "We can do nothing but cook.",
    ),
  ),
  pattern(
    "dont-have-no",
    "don't|doesn't|didn't|haven't|hasn't|hadn't|can't|won't|cannot ~even have|need|want|see|get|find|know|got [ no ] @NPJ&!longer&!more&!less&!one",
    "any",
    "We don't have no parking. => We don't have any parking.",
    "We don't take no for an answer.",
  ),
  pattern(
    "more-fast",
    "is|are|was|were|be|been|much|even|far|becomes|become|it's|looks|feels [ more easy|cheap|big|small|fast|strong|nice|clean|quick|short|long|high|low|safe|busy|old|young|large|late|early ] =|than|to|for|and|in",
    "{3:K}",
    "It is more cheap than that. => It is cheaper than that.",
    "One more small cake, and more old books.",
  ),
];

/** Holds rules for the comma after words that join a sentence to the one before. */
export const JOINING_COMMAS = [
  pattern(
    "moreover-we",
    "^ [ moreover|furthermore|firstly|secondly|thirdly|lastly ] <subject>|<article>|<possessive>|there|this|these|people",
    "{2},",
    "Moreover we bake. => Moreover, we bake.",
    "Moreover, we bake.",
  ),
  pattern(
    "for-example-we",
    "^ [ for aa&example|instance ] <subject>|<article>|<possessive>|there|if|when",
    "{2} {3},",
    "For example we bake. => For example, we bake.",
    "For example, we bake.",
  ),
  pattern(
    "in-addition-we",
    "^ [ in addition|conclusion|fact|contrast ] i|he|she|we|they|there",
    "{2} {3},",
    "In conclusion we bake. => In conclusion, we bake.",
    "In addition to this, we bake.",
  ),
];
