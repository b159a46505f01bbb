import { pattern } from "../../engine/pattern-rule.ts";

/** Lists nouns that can follow a number in a compound: "a 10-minute walk". */
const UNIT =
  "minute|hour|day|week|month|year|mile|kilometre|kilometer|metre|meter|foot|inch|bit|byte|page|line|bedroom|seat|star|storey|course|step|person|piece|night|gallon|litre|liter|watt|volt|euro|dollar|pound";
/** Matches a noun that can be neither a function word nor an adverb. */
const NOUN = "@NP&!@X&!@R&!and&!or&!but";
const PLAIN_NOUN = "@NP&!@VZXRCDG";
/** Lists nouns that form compounds with "high" and "low". */
const DEGREE =
  "traffic|speed|level|end|performance|resolution|risk|profile|definition|maintenance|pressure|voltage|budget|calorie";
/**
 * Lists nouns for things that combine with "related" and "specific". Nouns for people are excluded, because "give the dentist
 * specific advice" is right.
 */
const THING =
  "health|work|security|food|job|tax|business|accessibility|kernel|power|age|stress|drug|alcohol|crime|travel|computer|technology|energy|climate|weather|water|wedding|garden|fitness|pregnancy|school|product|virtualization|network|privacy|performance|language|country|site|region|industry|platform|device|vendor|bus|locale|architecture|hardware|software|system|domain|sector|brand";

/** Lists rules for words that need a hyphen in front of the noun that they describe together. */
export const COMPOUND_HYPHENS = [
  pattern(
    "ten-minute-walk",
    `a|an|our|your [ @U|<counted>|one ${UNIT} ] ${NOUN}`,
    "{2}-{3}",
    ["It is a 10 minute walk. => It is a 10-minute walk.", "Here is a one line summary. => Here is a one-line summary."],
    ["It is a 10-minute walk.", "It took a 1 hour or so."],
  ),
  pattern(
    "32-bit-systems",
    "!a&!an&!the&!our&!your [ 8|16|32|64|128 bit ] @P&!@VX|Aa",
    "{2}-bit",
    "It runs on 64 bit systems. => It runs on 64-bit systems.",
    "It has 64 bit.",
  ),
  pattern(
    "two-weeks-holiday",
    "a|an [ @U|<counted> <units> ] holiday|trip|walk|drive|ride|course|stay|period|break|tour|journey|guarantee|warranty|delay|wait|flight",
    "{2}-{3:N}",
    "Take a two weeks holiday. => Take a two-week holiday.",
    "Take two weeks of holiday.",
  ),
  pattern(
    "ten-metres-long",
    "a|an [ @U|<counted> <units>|bytes|bits long|wide|high|deep|old ] @NRJ&!@X",
    "{2}-{3:N}-{4}",
    "It is a 16 bytes long name. => It is a 16-byte-long name.",
    "It is ten metres long.",
  ),
  pattern(
    "cloud-based",
    "a|an|our|your ~@J [ @N&!@X|Aa based ] @N&!@XR",
    "{3}-based",
    "It is a cloud based service. => It is a cloud-based service.",
    ["A plan based on this.", "The author based this on it."],
  ),
  pattern(
    "system-wide",
    `[ system|company|site|city|country|nation|industry|organization|organisation|school|state|europe|session|network|district|campus|store|enterprise|community wide ] ${NOUN}`,
    "{1}-wide",
    "It is one of our company wide rules. => It is one of our company-wide rules.",
    "The school wide enough for us is here.",
  ),
  pattern(
    "work-related",
    `!@N&!@G [ ${THING} related ] ${NOUN}`,
    "{2}-related",
    "We treat work related injuries. => We treat work-related injuries.",
    "It is work related to them.",
  ),
  pattern(
    "country-specific",
    `!@N&!@G [ ${THING} specific ] ${NOUN}`,
    "{2}-specific",
    "It has country specific prices. => It has country-specific prices.",
    "The language is specific; give the system precise rules.",
  ),
  pattern(
    "name-specific",
    "the|some|other|any|our|your|even [ Aa&!@X specific ] @P&!@VX",
    "{2}-specific",
    "Read the Debian specific changes. => Read the Debian-specific changes.",
    "Give John specific goals.",
  ),
  pattern(
    "medium-sized",
    `[ medium|small|large|mid|full|good|king|queen|average|decent|fair|bite|pocket|life sized ] ${NOUN}|Aa`,
    "{1}-sized",
    "We are a medium sized company. => We are a medium-sized company.",
    "The rooms are good sized.",
  ),
  pattern(
    "long-awaited",
    "[ long awaited|standing|lasting|forgotten ] @NPJ&!@XR&!ovation&!ovations",
    "long-{2}",
    "It is a long awaited solution. => It is a long-awaited solution.",
    ["It was long awaited.", "They had a long standing ovation."],
  ),
  pattern(
    "cutting-edge",
    `[ cutting edge ] ${PLAIN_NOUN}`,
    "cutting-edge",
    "We do cutting edge physics. => We do cutting-edge physics.",
    "It has a cutting edge.",
  ),
  pattern(
    "third-party",
    "[ third party ] cookies|services|tools|websites|sites|software|providers|vendors|apps|applications|products|repositories|packages|modules|companies|content|links|plugins|libraries|suppliers|payment|provider|website|company|service",
    "third-party",
    "We use third party cookies. => We use third-party cookies.",
    "The third party is this.",
  ),
  pattern(
    "high-traffic",
    [
      `a|an|the|for|our|very|of|these|most|many [ high|low ${DEGREE} ] ${PLAIN_NOUN}`,
      `a|an|for|very|these|most|many [ high|low ${DEGREE} ] @P&!@X`,
    ],
    "{2}-{3}",
    "It is for high traffic sites. => It is for high-traffic sites.",
    "It is for high speed and comfort.",
  ),
  pattern(
    "higher-level",
    `[ higher|lower level ] ${PLAIN_NOUN}`,
    "{1}-level",
    "It asks for higher level permissions. => It asks for higher-level permissions.",
    "It is on a higher level.",
  ),
  pattern(
    "long-term",
    `a|an|our|your|for|on|with|of|any|offer|provide|work [ long|short term ] ${NOUN}`,
    "{2}-term",
    "We offer long term support. => We offer long-term support.",
    "In the long term prices rise.",
  ),
  pattern(
    "decision-making",
    `[ decision making ] ${NOUN}`,
    "decision-making",
    "They have decision making authority. => They have decision-making authority.",
    "It is good for decision making.",
  ),
  pattern(
    "common-sense-rules",
    "[ common sense ] rule|rules|approach|advice|solution|solutions|measures|precautions|tips|guide",
    "common-sense",
    "There are common sense rules. => There are common-sense rules.",
    "It is common sense.",
  ),
  pattern(
    "logged-in-users",
    "all|for|to|by|of|only|any|currently|other|a [ logged in ] user|users|members|customers|visitors|member|customer|visitor",
    "logged-in",
    "Send it to all logged in users. => Send it to all logged-in users.",
    "When logged in users see it, stop.",
  ),
  pattern(
    "nice-and-easy-to-use",
    "a|an @J and|, [ easy to use ] @NPJ&!@X",
    "easy-to-use",
    "It is a fast and easy to use tool. => It is a fast and easy-to-use tool.",
    "It is fast and easy to use.",
  ),
  pattern(
    "fine-tune",
    "<modal>|to|you|we [ fine tune ] <determiner>|@NP",
    "fine-tune",
    "You can fine tune the sound. => You can fine-tune the sound.",
    "It is a fine tune.",
  ),
  pattern(
    "double-check",
    "<modal>|to|please|you|we|always [ double check ] <determiner>|@NP|that|and|if|whether|=",
    "double-check",
    "Please double check the date. => Please double-check the date.",
    "It was a double check.",
  ),
  pattern(
    "fast-paced",
    `[ fast|slow|faster|slower paced ] ${NOUN}`,
    "{1}-paced",
    "It is for the faster paced versions. => It is for the faster-paced versions.",
    "Life is fast paced.",
  ),
  pattern(
    "family-friendly",
    `[ user|family|eco|child|kid|dog|pet|budget|environment|mobile|customer|wheelchair friendly ] ${NOUN}`,
    "{1}-friendly",
    "We have a family friendly garden. => We have a family-friendly garden.",
    "Our family, friendly and loud.",
  ),
];
