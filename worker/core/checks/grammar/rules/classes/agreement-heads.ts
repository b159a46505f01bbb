import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

const CLAUSE = "^|,|;|because|but|if|when|whether|where|although|since|while";
const THEIR = "the|these|those|our|your|my|their|his|her|its|all|most|many|some|both|several";
const PREPOSITION = "of|in|from|for|on|at|with|within|between|near|by|about";
/** Matches a plural that cannot be anything else, and denotes several things. */
const PLURAL =
  "@P&!@NVJDCGX&aa&!<group>&!news&!politics&!mathematics&!physics&!economics&!gymnastics&!athletics&!barracks&!works&!woods&!species&!series&!means&!headquarters&!crossroads&!lots&!thanks&!ethics&!basics&!logistics&!electronics&!statistics&!dynamics&!graphics&!analytics&!data&!media&!hundreds&!thousands&!dozens&!others&!genetics&!acoustics&!aerobics&!pilates&!tens&!millions&!classics&!robotics&!ceramics&!whereabouts&!proceeds";
/** Matches a plural after a determiner, where it is no verb. */
const PLURAL_NOUN = PLURAL.replace("@P&!@NVJDCGX", "@P&!@NJDCGX");
/** Nouns for several people or things, whose verb may be plural, and nouns that begin prepositions. */
const SEVERAL =
  "!<group>&!club&!school&!council&!firm&!choir&!church&!side&!trio&!duo&!army&!navy&!union&!party&!cast&!squad&!gang&!population&!generation&!class&!network&!congregation&!department&!ministry&!office&!bank&!charity&!association&!society&!community&!band&!orchestra&!family&!bulk&!remainder&!proportion&!percentage&!fraction&!portion&!half&!quarter&!third&!list&!set&!collection&!selection&!mix&!mixture&!combination&!handful&!bunch&!pile&!stack&!chain&!string&!total&!sum&!mass&!array&!wealth&!host&!ton&!load&!sea&!flood&!myriad&!plethora&!pool&!panel&!fleet&!flock&!herd&!pack&!batch&!supply&!type&!style&!breed&!brand&!mixture&!one&!ratio&!average&!sample&!assortment&!stock&!stream&!amount&!volume&!lack&!use&!kind&!top&!bottom&!middle&!heart&!back&!front&!rear&!edge&!centre&!center&!end&!dozen&!hundred&!thousand&!million&!police&!couple&!clergy&!faculty&!leadership&!management&!workforce";
const AFTER = "@JCGRNP|not|$|a|the|?|in|on|at";
/** Matches a word that may come between a determiner and a noun. */
const BETWEEN = "~@JU|second|ground|top|main|front|back";
const BASE = "@V&!@NPJDCGRX&aa";
const SINGULARS: readonly (readonly [singular: string, plural: string])[] = [
  ["is", "are"],
  ["was", "were"],
  ["has", "have"],
  ["doesn't", "don't"],
];

/** Returns rules for singular verbs after a plural with a phrase of its own: "the rooms in the house is". */
function rulesForPlurals(): PatternRule[] {
  return SINGULARS.map(([singular, plural]) =>
    pattern(
      `rooms-in-house-${singular.replace("'", "")}`,
      [
        `${CLAUSE} ${THEIR} ~@J&!@N ${PLURAL_NOUN} ${PREPOSITION} ~<determiner> ${BETWEEN} @N&!@PX&!<group> [ ${singular} ] ${AFTER}`,
        `${CLAUSE} ${THEIR} ~@J&!@N ${PLURAL_NOUN} ${PREPOSITION} ~the Aa&!@P [ ${singular} ] ${AFTER}`,
        `^ ~@J&!@N ${PLURAL} ${PREPOSITION} ~<determiner> ~@J&!@N @N&!@PVX&!<group> [ ${singular} ] ${AFTER}`,
      ],
      plural,
      `The rooms in the house ${singular} cleaned. => The rooms in the house ${plural} cleaned.`,
      "The use of the rooms is free.",
    ),
  );
}

/** Holds rules for subjects and verbs of different number, by the classes of their words. */
export const AGREEMENT_HEADS = [
  ...rulesForPlurals(),
  pattern(
    "rooms-in-house-includes",
    [
      `${CLAUSE} ${THEIR} ~@J&!@N ${PLURAL_NOUN} ${PREPOSITION} ~<determiner> ${BETWEEN} @N&!@PX&!<group> [ @Z&!@NPJDX ] !are&!were&!is&!have`,
      `${CLAUSE} ${THEIR} ~@J&!@N ${PLURAL_NOUN} ${PREPOSITION} ~the ~Aa Aa&!@P [ @Z&!@NPJDX ]`,
    ],
    "{9:V}",
    "The rooms in the house includes a desk. => The rooms in the house include a desk.",
    "The road from the shops goes there.",
  ),
  pattern(
    "details-is-never",
    `^|because|but ${THEIR} ~@J&!@N ${PLURAL_NOUN} [ is ] never|always|also|usually|often|not @C|@J|@G`,
    "are",
    "Your orders is never shared. => Your orders are never shared.",
    "The news is never good.",
  ),
  pattern(
    "rooms-includes",
    `${CLAUSE} ${THEIR} ~@J&!@N ${PLURAL_NOUN} ~also|always|often|usually|never|only [ @Z&!@NPJDX ]`,
    "{6:V}",
    ["The rooms includes a desk. => The rooms include a desk."],
    "The news includes it.",
  ),
  pattern(
    "owner-of-shops-are",
    `^|because|but|, the|a|our|your|my|this|its|their|each|every ~@J&!@N @N&!@PX&aa&${SEVERAL} ${PREPOSITION} ~<determiner> ~@J&!@N ${PLURAL} [ are ] @J!|@C!|@G!|not|very|too`,
    "is",
    "The owner of the shops are happy. => The owner of the shops is happy.",
    ["The majority of the guests are happy.", "The club for parents are happy."],
  ),
  pattern(
    "owner-of-shops-have",
    `^|because|but|, the|a|our|your|my|this|its|their|each|every ~@J&!@N @N&!@PX&aa&${SEVERAL} ${PREPOSITION} ~<determiner> ~@J&!@N ${PLURAL} [ have ] @C|been|not|a|an|the|no`,
    "has",
    "The owner of the shops have left. => The owner of the shops has left.",
    "The majority of the guests have left.",
  ),
  pattern(
    "owner-choose",
    `${CLAUSE} the|a|an|this|my|our|your|his|her|their|each|every ~@J&!@N @N&!@PJVRDCGX&aa&${SEVERAL} ~also|always|often|usually|never|only [ ${BASE}&!be ] <determiner>|<object>|to|it|in|on|at|with|from|for|that|@P`,
    "{6:Z}",
    "The owner choose the colours. => The owner chooses the colours.",
    ["Let the owner choose the colours.", "If they help, the owner and I choose it."],
  ),
  pattern(
    "he-choose",
    `^|but|because|when|while|although|where|, he|she ~also|always|often|usually|never|only [ ${BASE}&!be&!reread ] !?`,
    "{4:Z}",
    "When he receive it, he will call. => When he receives it, he will call.",
    "Should he choose it, he may.",
  ),
  pattern(
    "it-depend",
    `^|but|because|when|while|although|since it&@X ~also|always|often|usually|never|only [ ${BASE}&!be ] <determiner>|<object>|to|on|in|at|with|from|for|that`,
    "{4:Z}",
    "It depend on the day. => It depends on the day.",
    "Will it depend on the day?",
  ),
  pattern(
    "he-have-any",
    "^|but|because|when|while|although|where he|she|it&@X ~also|always|never|only [ have ] !?",
    "has",
    "When he have time, he calls. => When he has time, he calls.",
    "What time does he have to go?",
  ),
  pattern(
    "words-that-doesnt",
    `several|many|some|various|few|these|those|on|has|have|are|were|find|need|want|offer|see|^ ~other|new|good|@U ${PLURAL_NOUN} that|which|who [ @Z&!@NPJDX ] @J|@C|@G|not|a|an|the|<object>|to|in|@V`,
    "{5:V}",
    "There are many rooms that includes the use. => There are many rooms that include the use.",
    "One of the words that includes it.",
  ),
  pattern(
    "words-that-doesnt-short",
    `several|many|some|various|few|these|those|on|has|have|are|were|find|need|want|offer|see|^ ~other|new|good ${PLURAL_NOUN} that|which|who [ doesn't ]`,
    "don't",
    "We offer new classes that doesn't cost much. => We offer new classes that don't cost much.",
    "A list of words that doesn't end.",
  ),
  pattern(
    "there-have-a",
    "^|and|but|that|because|, there [ have|has ] a|an|no|one @NJ",
    "is",
    "There have a garden. => There is a garden.",
    "There has been a fire.",
  ),
  pattern(
    "there-have-many",
    "^|and|but|that|because|, there [ have|has ] many|some|several|lots|two|three|four",
    "are",
    "There has many rooms. => There are many rooms.",
    "There have been many.",
  ),
  pattern(
    "other-country",
    "in|of|from|with|to|and|for|many|like|than other [ country|person|student|subject|city|place|product|customer|hobby|problem|reason|example|animal|method|tool|language|school|town|company|website|client|member|guest|event ] .|,|and|or|to|in|that|who|are|for|$|because|will|can|have",
    "{3:P}",
    "We sell to other country. => We sell to other countries.",
    "It is like no other country.",
  ),
  pattern(
    "this-companies",
    "of|in|for|with|from|on|by|at this|another [ @P&!@NVJDCGZX&aa&!<units>&!others&!guys ] =|@VZD|<modal>|in|on|at|of|for|who|which|@X",
    "{3:N}",
    "In this companies they use it. => In this company they use it.",
    "After that people left; of that others spoke.",
  ),
];
