import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

/**
 * Excludes singulars that denote several things, because the verb may then have either number: "the majority of the guests are".
 */
const OF_MANY =
  "!<group>&!list&!set&!part&!half&!portion&!proportion&!percentage&!fraction&!bulk&!remainder&!collection&!array&!pair&!handful&!bunch&!mix&!mixture&!combination&!quarter&!third&!host&!total&!sum&!mass&!army&!flood&!stack&!pile&!chain&!string&!selection&!type&!class&!category&!generation&!cream&!use&!names&!best&!worst&!first&!last&!poor&!rich&!young&!old&!dead&!elite";
/** Excludes plurals that can denote one thing, because the verb may then be singular. */
const ONE_PLURAL =
  "!<group>&!news&!politics&!mathematics&!physics&!economics&!gymnastics&!athletics&!barracks&!works&!woods&!species&!series&!means&!headquarters&!crossroads&!lots&!thanks&!ethics&!basics&!logistics&!electronics&!statistics&!dynamics&!graphics&!analytics&!data&!media&!contents&!states&!people&!lines&!times&!days&!hundreds&!thousands&!millions&!dozens&!sports&!arms&!premises&!savings&!clothes&!goods&!stairs&!sales&!customs&!wages";
/** Lists marks and words that begin a clause, so that the words after them are its subject. */
const CLAUSE = "^|,|;|:|that|because|but|hopefully|unfortunately";
/** Excludes verbs whose object can be a whole clause: "tell users that is wrong". */
const NOT_TELLING =
  "!tell&!tells&!telling&!show&!shows&!remind&!reminds&!warn&!warns&!notify&!convince&!teach&!assure&!inform&!informs&!ask&!asks&!promise&!advise";
/** Matches a plural that cannot be anything else. */
const PLURAL = `@P&!@NVJDC&aa&${ONE_PLURAL}`;

/** Maps singular verbs to their plural, if inflection does not yield it. */
const SEVERAL = {
  is: "are",
  was: "were",
  has: "have",
  does: "do",
  "isn't": "aren't",
  "wasn't": "weren't",
  "hasn't": "haven't",
  "doesn't": "don't",
} as const;
type Singular = keyof typeof SEVERAL;

/**
 * Returns a rule for each singular verb that is wrong after a plural subject. The verb replaces `@@` in the pattern and the
 * example.
 */
function forEachVerb(id: string, verbs: readonly Singular[], { source, wrong, right }: Example): PatternRule[] {
  return verbs.map((verb) =>
    pattern(
      `${id}-${verb.replace("'", "")}`,
      source.replace("@@", `[ ${verb} ]`),
      SEVERAL[verb],
      `${wrong.replace("@@", verb)} => ${wrong.replace("@@", SEVERAL[verb])}`,
      right,
    ),
  );
}
type Example = { source: string; wrong: string; right: string };

/** Lists rules for long subjects whose verb agrees with the nearest noun instead of the subject. */
export const LONG_SUBJECTS: readonly PatternRule[] = [
  pattern(
    "size-of-parts-are",
    `^|;|:|that|because|but|, the ~@J @N&!@PRGXU&aa&${OF_MANY} of the|these|those|our|your|all|its|their|my ~@J|Aa @P&!@NVJDC [ are ] @JCR|no|not|very|too|so`,
    "is",
    "The size of the parts are not limited. => The size of the parts is not limited.",
    ["The majority of the guests are happy.", "At the top of the stairs are not many.", "The use of the forms are of old."],
  ),
  ...forEachVerb("results-of-work", ["is", "has", "hasn't", "isn't", "doesn't"], {
    source: `${CLAUSE} the @P&!@NVJ&aa&${ONE_PLURAL} of the|this|that|our|your|their|his|her|my|its ~@J @N&!@PJRX&!<group> @@ !<subject>&!that&!what&!where&!a&!an&!the`,
    wrong: "Hopefully the results of their work @@ not lost.",
    right: "The means of this work has been lost.",
  }),
  ...forEachVerb("contents-of-these", ["doesn't", "hasn't", "isn't"], {
    source:
      "^|,|;|that|because|if|since|when|where|while the ~@J ~@J contents of * ~*&!that&!which&!who&!it ~*&!that&!which&!who&!it ~*&!that&!which&!who&!it @@",
    wrong: "The contents of these last two lines @@ here.",
    right: "The contents of it all don't matter.",
  }),
  pattern(
    "contents-of-long-is",
    "^|,|;|that|because|if|since|when|where|while the ~@J ~@J contents of a|an|the|these|those|each|our|your *&!that&!which&!who&!it *&!that&!which&!who&!it *&!that&!which&!who&!it [ is ] !that&!what",
    "are",
    "The contents of a user's home folder is kept. => The contents of a user's home folder are kept.",
    "A list of the contents of a big old box is here.",
  ),
  pattern(
    "issues-that-needs",
    `!of&!the many|several|these|those|various|few|both|report|reports|find|fix|have|has|with|see|offer|offers|sell|need|make|makes|solve|face|faces|cause ~@J&!@N ${PLURAL}&!months&!weeks&!years&!hours&!minutes&${NOT_TELLING} that|which [ needs|requires|wants|has|does|contains|includes|belongs|provides|allows|works|goes|makes|takes|gives|uses|runs|offers ]`,
    "{6:V}",
    "Everyone can report issues that needs to be fixed. => Everyone can report issues that need to be fixed.",
    [
      "I slept well for several weeks which has helped me.",
      "One of these issues that needs time is ours.",
      "It is one of many issues that needs time.",
    ],
  ),
  pattern(
    "lists-never-triggers",
    `^|since|because|but|when|if ~Aa ~@J&!@N ${PLURAL} never|always|also|often|usually|rarely|sometimes [ @Z&!is ]`,
    "{6:V}",
    "Since blacklists never triggers it, it is safe. => Since blacklists never trigger it, it is safe.",
    ["The news never triggers it.", "When one of the lists never triggers it, stop."],
  ),
  pattern(
    "several-tools-exists",
    `^ several|various|numerous|these|those|both|many ~@J ~@N&!@PV ${PLURAL} [ @Z! ] !=&!<subject>`,
    "{6:V}",
    "Several diagnosis tools exists for this. => Several diagnosis tools exist for this.",
    ["Several tools the shop sells exist.", "These days exists no more."],
  ),
  pattern(
    "network-and-base-grows",
    "^|when|if|because the @N&!@PX and the ~@N&!@P @N&!@PX [ @Z!&!is ] !=&!<subject>",
    "{8:V}",
    "When the network and the user base grows fast, change it. => When the network and the user base grow fast, change it.",
    "The end of the road and the house is here.",
  ),
  pattern(
    "these-feature-are",
    "^ these|those [ @N&!@PJXRGDCUS&!<group>&!<mass>&!folk&!craft&!hair&!kind&!sort&!type ] are|were",
    "{3:P}",
    "These feature are new. => These features are new.",
    ["These fish are new.", "Those present are glad."],
  ),
  pattern(
    "build-a-packages",
    `@VG|of|for|with|on|is|was a&aa [ @P&!@NVJDCGX&aa&${ONE_PLURAL} ] in|with|for|of|to|from|on|at|by|that|which`,
    "{3:N}",
    "It is good to build a packages in here. => It is good to build a package in here.",
    ["Take a means of transport; take a savings of ten.", "Sold with a clothes brush."],
  ),
  pattern(
    "a-new-passwords",
    `^ a|an @J&!@NRU&!few&!several&!many&!little&!mere&!full&!further&!additional&!extra&!dozen [ @P&!@NVJDCGX&aa&${ONE_PLURAL} ] needs|is|are|was|has|were|have|can|will|must|should`,
    "{4:N}",
    "An administrative passwords needs typing. => An administrative password needs typing.",
    "A few passwords are needed.",
  ),
  pattern(
    "directives-causes",
    `^ the|these|those|both \uFFFC ${PLURAL} [ @Z&!@D ] <article>|<possessive>|<object>`,
    "{5:V}",
    "The \uFFFC directives causes the error. => The \uFFFC directives cause the error.",
    "The \uFFFC news causes the error.",
  ),
  ...forEachVerb("directives", ["was", "is", "has"], {
    source: `^ the|these|those|both \uFFFC @P&!@VJDC&aa&${ONE_PLURAL} @@ !<subject>&!that&!what`,
    wrong: "The \uFFFC fields @@ ended there.",
    right: "The \uFFFC news has ended there.",
  }),
  pattern(
    "rule-reject",
    "^ the \uFFFC @N&!@PJX&!<group> [ @V&!@NDCJRXP ] @P|<determiner>",
    "{5:Z}",
    "The \uFFFC tool accept files. => The \uFFFC tool accepts files.",
    "The \uFFFC tools accept files.",
  ),
  pattern(
    "there-is-no-packages",
    `there [ is ] no ~“|" ~@RJC&!more ~@JC ~”|“|" ${PLURAL} .|,|in|on|of|for|that|which|to|with|@G|left|available`,
    "are",
    "There is no newly installed packages in it. => There are no newly installed packages in it.",
    ["There is no news in it.", "There is no “means” for it."],
  ),
  pattern(
    "there-are-more-than-one",
    "there [ are ] more than one .|,|;|)|@N&!@PJV",
    "is",
    "If there are more than one, take the first. => If there is more than one, take the first.",
    "There are more than one hundred; there are more than ones.",
  ),
];
