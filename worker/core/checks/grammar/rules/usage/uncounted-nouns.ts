import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

/** Lists nouns that cannot be counted. */
const UNCOUNTED =
  "information|advice|furniture|software|hardware|equipment|feedback|documentation|firmware|malware|luggage|baggage|homework|machinery";
/** Matches a mark or word that follows a complete noun phrase. */
const GOES_ON = "=|is|was|has|had|does|doesn't|can|will|that|which|about|for|to|from|by|with|@C!&!@JN";
/** Lists verbs whose object follows directly, so that a later "that" can refer only to this object. */
const HAS =
  "is|are|was|were|find|get|provide|provides|contain|contains|display|displays|send|need|want|have|has|give|gives|offer|offers";
/** Excludes plurals of things that are measured, not counted: "an amount of drugs". */
const MEASURED =
  "!<units>&!media&!data&!funds&!savings&!goods&!supplies&!drugs&!chemicals&!leftovers&!groceries&!clothes&!belongings&!news&!proceeds&!resources&!bytes&!bits&!kilobytes&!megabytes&!gigabytes&!calories&!losses&!credits&!damages&!earnings&!vegetables&!greens&!sports&!means&!species&!people&!lines";

/** Returns a rule for the wrong plural of an uncountable noun: "firmwares". */
function plainPlural(noun: string): PatternRule {
  const plural = noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return pattern(
    plural,
    [`[ ${plural} ] !=`, `<determiner>|these|those|many|more|all|of|for|new|required|other [ ${plural} ] =`],
    noun,
    `We need many ${plural}. => We need many ${noun}.`,
    `The ${noun} is here.`,
  );
}

/** Lists rules for nouns without a plural, for plurals used as singulars, and for the words that go with them. */
export const UNCOUNTED_NOUNS = [
  pattern(
    "a-documentation",
    `[ a|an ~more|very ~@J&!@N ${UNCOUNTED} ] !,&${GOES_ON}`,
    "{2} {3} {4}",
    [
      "There is a more extensive documentation. => There is more extensive documentation.",
      "It is part of a separate furniture. => It is part of separate furniture.",
    ],
    ["It is a documentation tool.", "It has a good hardware and software base."],
  ),
  pattern(
    "another-software",
    `[ another ~@J&!@N ${UNCOUNTED} ] ${GOES_ON}`,
    "other {2} {3}",
    "It changes the set-up of another software to fit. => It changes the set-up of other software to fit.",
    "It is another software product.",
  ),
  pattern(
    "each-software",
    `[ each|every ~@N&!@V ${UNCOUNTED} ] is|was|has|can|will|should|must|needs`,
    "each piece of {2} {3}",
    "Each server software is different. => Each piece of server software is different.",
    "Each of them is software.",
  ),
  pattern(
    "both-software",
    `[ both ${UNCOUNTED} ] are|were|will|have|can|do`,
    "both pieces of {2}",
    "From there on, both software will change. => From there on, both pieces of software will change.",
    "Both hardware and software are new.",
  ),
  pattern(
    "dozens-of-software",
    "dozens|hundreds|thousands of ~other|different|new ~@N [ software ] =|@G|that|which|for|to|and",
    "software programs",
    "It has dozens of other backup software covering it. => It has dozens of other backup software programs covering it.",
    "We train hundreds of software engineers.",
  ),
  ...["firmware", "malware", "middleware", "feedback", "documentation", "baggage", "machinery", "scenery", "merchandise"].map(
    plainPlural,
  ),
  pattern(
    "a-criteria",
    "[ a|an|one|this|each|every|another ~@J|@N criteria ] !@NP&!-",
    "{1} {2} criterion",
    "It is more than a selection criteria for us. => It is more than a selection criterion for us.",
    "These criteria and a criteria list.",
  ),
  pattern(
    "a-media",
    "[ a|an|another|each ~*&!@X&!free&!independent&!hostile&!national&!local&!state&!mass media ] =|that|which|containing|so|to|from",
    "{1} {2} medium",
    "Boot it from a removable media containing it. => Boot it from a removable medium containing it.",
    ["We are a media company.", "A free media that reports.", "Social media, that is."],
  ),
  pattern(
    "news-are",
    [
      "^ ~the|this|our|your|some|all|no|these ~@J news [ are|have ]",
      "!and&!or the|this|our|your|some|all|no ~@J news [ are|have ]",
    ],
    "{5:Z}",
    [
      "The latest news are good. => The latest news is good.",
      "Are you sure the news are good? => Are you sure the news is good?",
    ],
    ["The events and the news are here.", "News and events are here."],
  ),
  pattern(
    "news-that-are",
    "most|some|all|many|much of the ~@J news that|which [ are|have ]",
    "{7:Z}",
    "It has most of the interesting news that are sent. => It has most of the interesting news that is sent.",
    "Readers of the news that are here.",
  ),
  pattern(
    "information-that-are",
    `${HAS} ~@J ${UNCOUNTED} that|which [ are|were|have ]`,
    "{5:Z}",
    "Load and space are information that are often new. => Load and space are information that is often new.",
    ["It has parts in the software that are new.", "Find hardware and software that are new."],
  ),
  pattern(
    "all-kind-of",
    [
      "!<be>&!<subject>&!<be-short> [ all kind|sort|type of ] @P&!@NVJ",
      "!^&!<be> [ many|various|several|numerous kind|sort|type of ]",
    ],
    "{2} {3:P} of",
    "This suits all kind of users. => This suits all kinds of users.",
    ["They are all kind of tired.", "We all sort of guests by name."],
  ),
  pattern(
    "amount-of-events",
    `[ amount ] of ~@J&!@N @P&!@NJVZDC&${MEASURED}`,
    "number",
    "We need a large amount of chairs. => We need a large number of chairs.",
    ["It is a large amount of data.", "A small amount of calories, and of olive oil."],
  ),
];
