import { type PatternRule, pattern } from "../../engine/pattern-rule.ts";

/**
 * Excludes verbs that can state the purpose of a thing, where the infinitive is right: "the fund was dedicated to honour him".
 */
const NO_TRIBUTE = "!honor&!honour&!commemorate&!celebrate&!remember&!mark&!be&!serve";
const OBJECT = "<article>|<possessive>|<object>|you|all|every|each";
const COMMITTED =
  "we|i|they|you|he|she are|am|is|were|was|remain ~fully|also|always|very|truly|deeply|strongly committed|devoted to";
/** Maps forms of "accept", which takes no infinitive, to those of "agree". */
const ACCEPT = { accept: "agree", accepts: "agrees", accepted: "agreed" } as const;

function acceptedTo([accept, agree]: readonly [string, string]): PatternRule {
  return pattern(
    `${accept}-to-do`,
    `i|you|we|they|he|she|it|who|Aa|<modal>|not|don't|didn't ~@R [ ${accept} to @V&!@NGX ]`,
    `${agree} to {5}`,
    `They finally ${accept} to install it. => They finally ${agree} to install it.`,
    [`Students ${accept} to the school.`, "Those who were accepted to study are here."],
  );
}

/** Lists rules for the words that a verb requires after it, such as "to" or "-ing", a person or a form of its own. */
export const VERB_COMPLEMENTS: readonly PatternRule[] = [
  pattern(
    "does-no-longer",
    "!^ [ does no longer @V ]",
    "no longer {5:Z}",
    "It does no longer support this. => It no longer supports this.",
    ["It no longer does this.", "Does no longer mean shorter?"],
  ),
  pattern(
    "do-no-longer",
    "!^ [ do no longer @V ]",
    "no longer {5}",
    "Many systems do no longer support it. => Many systems no longer support it.",
    "What I do no longer matters.",
  ),
  pattern(
    "committed-to-provide",
    [
      `${COMMITTED} ~always|constantly [ @V&!@NGRX&${NO_TRIBUTE} ]`,
      `${COMMITTED} ~always|constantly [ @V&!@GX&${NO_TRIBUTE} ] ${OBJECT}`,
    ],
    "{7:G}",
    "We are committed to provide fresh food. => We are committed to providing fresh food.",
    ["We are committed to change.", "The fix was committed to avoid it."],
  ),
  pattern(
    "were-committed-to-provide",
    [
      `we're|i'm|they're|he's|she's ~fully|also|always committed|devoted to [ @V&!@NGRX&${NO_TRIBUTE} ]`,
      `we're|i'm|they're|he's|she's ~fully|also|always committed|devoted to [ @V&!@GX&${NO_TRIBUTE} ] ${OBJECT}`,
    ],
    "{5:G}",
    "We're committed to help you. => We're committed to helping you.",
    "We're committed to help and advice.",
  ),
  pattern(
    "dedicated-to-extract",
    [
      `!been&!being dedicated to [ @V&!@NGRX&${NO_TRIBUTE} ]`,
      `!been&!being dedicated to [ @V&!@GRX&${NO_TRIBUTE} ] <determiner>|<object>|you`,
    ],
    "{4:G}",
    "They are tools dedicated to provide help. => They are tools dedicated to providing help.",
    ["It was dedicated to honour him.", "A day dedicated to work and rest."],
  ),
  ...Object.entries(ACCEPT).map(acceptedTo),
  pattern(
    "suggest-you-to",
    "[ suggest|suggests|suggested|recommend|recommends|recommended|propose|proposes|proposed you to @V ]",
    "{1} that you {4}",
    "We suggest you to book early. => We suggest that you book early.",
    ["I can recommend you to them.", "We suggest you book early."],
  ),
  pattern(
    "hope-you-to",
    "hope|hopes [ you to @V ]",
    "you will {4}",
    "We hope you to enjoy it. => We hope you will enjoy it.",
    "We hope to see you.",
  ),
  pattern(
    "hope-this-to-be",
    "hope|hopes [ this|it|our|the ~@N to be ] @J|@C",
    "{2} {3} will be",
    "We hope this book to be useful. => We hope this book will be useful.",
    "We hope to be useful.",
  ),
  pattern(
    "this-means-to",
    "^ ~specifically|basically|also ~, this|that [ means to @V&!be ]",
    "means {7:G}",
    "Specifically, this means to define all of it. => Specifically, this means defining all of it.",
    "What this means to us is new.",
  ),
  pattern(
    "include-to-do",
    ["@P&!@V [ include to @V ]", "this|which|that [ includes to @V ]"],
    "{2} {4:G}",
    "Other options include to set it there. => Other options include setting it there.",
    "The files that you include to help us are here.",
  ),
  pattern(
    "without-requiring-to",
    "without ~even [ requiring to @V&!be ]",
    "requiring {5:G}",
    "It works without even requiring to log in. => It works without even requiring logging in.",
    "It works without requiring you to log in.",
  ),
  pattern(
    "not-require-to",
    "does|do not [ require to @V&!be ]",
    "require {5:G}",
    "It does not require to run it. => It does not require running it.",
    "It does not require us to run it.",
  ),
  pattern(
    "allow-not-only-to",
    "allow|allows|allowing [ not only to @V ]",
    "not only {5:G}",
    "They allow not only to store files. => They allow not only storing files.",
    "They allow us not only to store files.",
  ),
  pattern(
    "informing-that",
    "[ inform|informs|informing that ] a|an|the|it|you|we|they|there|he|she|your|our|no",
    "{1} you that",
    "You get a message informing that it is late. => You get a message informing you that it is late.",
    ["We were informed that it is late.", "They inform that choice."],
  ),
  pattern(
    "to-chose",
    "!@VDCGZ to ~not|also|always [ chose|forgot|knew|gave|wrote|became|began|spoke|drove|went|came|threw|flew ]",
    "{4:V}",
    "Use it to chose a smaller one. => Use it to choose a smaller one.",
    ["The one that they went to became full.", "The man I spoke to knew it."],
  ),
  pattern(
    "will-unlikely",
    "[ will unlikely @V ]",
    "will probably not {3}",
    "It will unlikely run out. => It will probably not run out.",
    "It is unlikely to run out.",
  ),
  pattern(
    "has-not-the-same",
    "[ has not the same ]",
    "does not have the same",
    "It has not the same meaning. => It does not have the same meaning.",
  ),
  pattern(
    "have-not-the-same",
    "[ have not the same ]",
    "do not have the same",
    "They have not the same meaning. => They do not have the same meaning.",
  ),
  pattern(
    "name-suggest",
    "as its|the|their name [ suggest|imply|indicate|say ]",
    "{4:Z}",
    "As its name suggest, it is fast. => As its name suggests, it is fast.",
    "As the names suggest, they are fast.",
  ),
  pattern(
    "maintainer-choose-to",
    "^|, the ~@N&!@P @N&!@PJVRX&!<group> [ choose|refuse|agree|decide|want|try ] to @V",
    "{5:Z}",
    "If so, the package maintainer choose to use it. => If so, the package maintainer chooses to use it.",
    ["Should the user choose to go, stop.", "The team want to win."],
  ),
  pattern(
    "users-access-to",
    "users|people|customers|guests|members|visitors|clients|students|you|us|them|) to [ access to ] <article>|<possessive>|all|these|this|certain|some",
    "access",
    "It allows users to access to the files. => It allows users to access the files.",
    "It allows users to have access to the files.",
  ),
  pattern(
    "it-support",
    "^ it&@X [ support|allow|provide|enable|require|need|want|cost|bring|save|create|show|add|let|handle|suit|cover|run|help|become|exist|happen|appear ] <determiner>|<object>|you|to|all|both|@P|@C&!@J|@J&!@N",
    "{3:Z}",
    "It support encrypted calls. => It supports encrypted calls.",
    ["IT support all over the town.", "IT support encrypted calls."],
  ),
];
