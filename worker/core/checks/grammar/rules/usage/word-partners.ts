import { pattern } from "../../engine/pattern-rule.ts";

/**
 * Lists rules for prepositions and other words that a word requires: comply with, associated with, the same as, on a weekly
 * basis.
 */
export const WORD_PARTNERS = [
  pattern(
    "comply-to",
    "[ comply|complies|complied|complying to ] <article>|<possessive>|all|this|these|those|Aa !letter&!extent",
    "{1} with",
    "We comply to the law. => We comply with the law.",
    ["We comply to avoid a fine.", "We comply to the letter."],
  ),
  pattern(
    "associated-to",
    "[ associated to ] !@V&!=",
    "associated with",
    "Each guest is associated to a room. => Each guest is associated with a room.",
    "They associated to sell more.",
  ),
  pattern(
    "associate-name-to",
    "associate|associates|associating a|an|the|several|each|multiple|one|two|this ~* @NP [ to ] a|an|any|each|one|this",
    "with",
    "It associates a short name to each room. => It associates a short name with each room.",
    "They associate their way to work with it.",
  ),
  pattern(
    "integrated-to",
    "[ integrated to ] the|a|an|our|your|their|its|Aa",
    "integrated into",
    "It was integrated to the shop. => It was integrated into the shop.",
  ),
  pattern(
    "closer-of",
    "!the [ closer of ] @G|<possessive>",
    "closer to",
    "It brings us closer of having one. => It brings us closer to having one.",
    "It is the closer of our two.",
  ),
  pattern(
    "same-than",
    "has|have|had|use|uses|used|is|are|was|were|be|from|of [ the same @NP than ] !@JRKC",
    "the same {4} as",
    "It has the same limits than ours. => It has the same limits as ours.",
    "She paid less for the same room than we did.",
  ),
  pattern(
    "else-than",
    "[ something|anything|someone|anyone|everything|somebody|anybody|somewhere else than ]",
    "{1} other than",
    "Install something else than this. => Install something other than this.",
    "Ask someone else, rather than me.",
  ),
  pattern(
    "very-recommended",
    "[ very recommended ]",
    "highly recommended",
    "The wine is very recommended. => The wine is highly recommended.",
  ),
  pattern("very-documented", "[ very documented ]", "well documented", "It is very documented. => It is well documented."),
  pattern(
    "very-appreciated",
    "[ very appreciated ]",
    "much appreciated",
    "Your help is very appreciated. => Your help is much appreciated.",
  ),
  pattern(
    "the-most-known",
    "the [ most known ] !@P|among|of",
    "best-known",
    "It is the most known brand here. => It is the best-known brand here.",
    "It has the most known causes.",
  ),
  pattern(
    "possibility-to",
    "have|has|had|offer|offers|give|gives|get|gets|provides|are|is|and|by the [ possibility|impossibility to @V ]",
    "{3} of {5:G}",
    "You have the possibility to share it. => You have the possibility of sharing it.",
    "They see the possibility to the north.",
  ),
  pattern(
    "independence-on",
    "[ independence on ] the|a|an|any|your|our|their|which|what|how",
    "independence from",
    "It gives independence on the size. => It gives independence from the size.",
    "Their independence depends on the size.",
  ),
  pattern(
    "independent-on",
    "[ independent|independently on ] the|a|an|any|your|our|their|which|what|how",
    "{1} of",
    "It works independently on the size. => It works independently of the size.",
    "It works on its own, on the size of it.",
  ),
];

/** Lists rules for set phrases with a word in the wrong form. */
export const PHRASES_IN_FORM = [
  pattern(
    "weekly-base",
    "[ on a|an daily|weekly|monthly|yearly|annual|hourly|quarterly|nightly|regular|voluntary|temporary|permanent|individual|case-by-case base ]",
    "on {2} {3} basis",
    "We clean on a weekly base. => We clean on a weekly basis.",
    "It stands on a weekly, base camp.",
  ),
  pattern(
    "in-more-details",
    "[ in more|greater|further|full details ] !=|.|,|;|)|(|$",
    "in {2} detail",
    "It is told in more details below. => It is told in more detail below.",
    "Find more details here.",
  ),
  pattern(
    "in-the-recent-years",
    "[ in|over|during the recent years|months|weeks|decades ] !of",
    "{1} recent {4}",
    "We grew in the recent years. => We grew in recent years.",
    "In the recent years of growth.",
  ),
  pattern(
    "most-of-the-times",
    "[ most of the times ] ,|.|;|)|$",
    "most of the time",
    "Most of the times, it works. => Most of the time, it works.",
    "Most of the times we met were good.",
  ),
  pattern(
    "for-instances",
    "^|,|(|; [ for instances ] ,|)",
    "for instance",
    "Some places, for instances, are full. => Some places, for instance, are full.",
    "For instances of this, see there.",
  ),
  pattern(
    "point-of-time",
    "at|in|to|from any|a|this|that|some|one|which|the ~given|same|certain [ point of time ] !and&!travel",
    "point in time",
    "It is there at a given point of time. => It is there at a given point in time.",
    "There is a point of time and place.",
  ),
  pattern("play-of-words", "[ play of words ]", "play on words", "It is a play of words. => It is a play on words."),
];
