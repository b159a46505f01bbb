import { judged, type PatternRule } from "../../engine/pattern-rule.ts";

const OBJECT = "<determiner>|<object>|it|you";
const PLACE = "in|on|at|to|from|for|with|by|about|into";
const MARK = ".|,|!|?|$|;";
const CLAUSE = "^|that|because|but|and|if|so|when|,";
/** Adverbs between a subject and a form in "-ing" that lacks its form of "be". */
const BEFORE_GERUND = "always|usually|only|just|also|already|currently|now|still|often|really|not";
const AFTER_GERUND = ":IN|:DT|:PRP$|:RB|:TO|:PRP";

/** Matches a word before "ever" that does not ask for it. */
const BEFORE_EVER =
  "!:JJS&!first&!only&!hardly&!rarely&!have&!has&!had&!did&!do&!does&!not&!never&!than&!if&!nothing&!nobody&!best&!was&!is&!be&!can&!will&!would&!could&!(";

/** Loose rules for forms of verbs, which report only where the table of neighbours prefers the correction. */
export const JUDGED_VERBS: readonly PatternRule[] = [
  judged(
    -4,
    "makes-it-works",
    "make|makes|made|making|let|lets|letting me|him|us|them|it|her|you|this|everyone|people ~not [ :VBZ|:VB&@Z&!@JX ] !of",
    "{4:V}",
    "This makes him feels better. => This makes him feel better.",
    ["What you make it is up to you.", "He made them works of art."],
  ),
  judged(
    -2,
    "help-son-sleeps",
    "!the&!any help|helps|helped|let|lets|make|makes your|his|her|my|our|their|the ~:JJ :NN [ :VBZ&@Z&!@J ] !of",
    "{6:V}",
    "It helps your dog sleeps well. => It helps your dog sleep well.",
    "The help your team gives is great.",
  ),
  judged(
    0,
    "to-got-her",
    "!whom&!who&:NN|:VBN|:JJ|:VB|have|has|had&!next&!close to&:TO [ @DZ&!@VNXJ ] <determiner>|<object>|it|you|more|some",
    "{3:V}",
    "He was asked to brought the keys. => He was asked to bring the keys.",
    "The man he spoke to gave the keys back.",
  ),
  judged(
    -5,
    "ive-change-it",
    `<have-short>|hasn't|haven't|hadn't ~:RB [ @V&!@DCX&!:JJ ] ${OBJECT}|in|on|at|from|for|with|by|about|into|${MARK}|yet`,
    "{3:C}",
    "We haven't receive it yet. => We haven't received it yet.",
    "I've work to do.",
  ),
  judged(
    0,
    "could-have-change",
    `could|would|should|might|must|may have ~:RB [ @V&!@DCX&!:JJ ] <object>|the|a|it|you`,
    "{4:C}",
    "You should have try it. => You should have tried it.",
    ["You must have access.", "We would have cake, but it is late."],
  ),
  judged(
    1,
    "try-replicate",
    "!that&!first&!second&!last try|tries|tried|trying [ :VB|:VBP|@V&!@NJRX ] !to",
    "to {3}",
    "They will try replicate the fault. => They will try to replicate the fault.",
    "Give it a try: run it.",
  ),
  judged(
    1,
    "need-concentrate",
    "!:NN&!:NNS&!all&!that&!what <subject>|just|only|also|:NNS need|needs|needed [ :VB|:VBP&@V&!@PJDCR&!be&!include&!relate&!exist&!depend&!lie&!advise&!help&!support&!access&!care&!work ] !:NN&!:NNS",
    "to {4}",
    "You need talk to the team. => You need to talk to the team.",
    ["You need help with it.", "The things we need include a map.", "The curves need be combined."],
  ),
  judged(
    0,
    "would-like-have",
    "!while&!if would|<subject> ~also|really like [ have|be|get|make|see|test|know|use|go|add|thank|ask|buy ] ~:RB",
    "to {5}",
    "I would like have a bigger room. => I would like to have a bigger room.",
  ),
  judged(
    0,
    "was-it-send",
    "!if is|are|was|were|be|been i|you|he|she|it|they|we|this|these|those ~:RB [ @V&!@NJDCRX&!go ] .|?|!|to|in|on|by|via|with|for|last|at|and",
    "{5:C}",
    "When was it send to us? => When was it sent to us?",
  ),
  judged(
    -6,
    "were-you-use",
    "^ were|was|are ~<possessive>|the ~you|they|we|it|he|she ~:NN [ :VB|:VBP&@V&!@DJ ] the|a|an|any|some|it|them|my|your|out|on|via",
    "{6:G}",
    "Were you use the lift today? => Were you using the lift today?",
  ),
  judged(
    -6,
    "have-you-figure",
    "^|how|what|where|when have|has|had i|you|we|they|he|she|it ~ever|already|also [ @V&!@DCRX&!:RB ] it|me|her|him|us|them|the|a|an|any|some|your|my|out|up|that|this|of|to|?",
    "{5:C}",
    "Have you change the lock? => Have you changed the lock?",
  ),
  judged(
    0,
    "have-always-wrote",
    [
      "!what&!that&!all&!:NN&!:NNS <subject>|:NN|:NNS have|has|had|haven't|hasn't|hadn't not|always|never|often|just|already|recently|only|unfortunately|sadly|also [ @D&!@CNJ ]",
      "^|how|what|where|when|why have|has <subject> ~ever [ @D&!@CNJ ]",
    ],
    "{5:C}",
    "They have always wrote well. => They have always written well.",
  ),
  judged(
    0,
    "have-you-able",
    "have|has|had <subject> ~ever [ able ] to",
    "been able",
    "Have they able to open it? => Have they been able to open it?",
  ),
  judged(0, "does-been", "[ does ] ~not ~:RB been", "has", "It does been sold. => It has been sold."),
  judged(0, "do-been", "i|you|we|they [ do ] ~not ~:RB been", "have", "They do not been there. => They have not been there."),
  judged(
    -4,
    "you-usually-going",
    `${CLAUSE} [ you|we|they ${BEFORE_GERUND} ] :VBG&@G&!@V ${AFTER_GERUND}`,
    "{2} are {3}",
    "They usually coming on Mondays. => They are usually coming on Mondays.",
    "They only, being young, can go.",
  ),
  judged(
    -3,
    "he-only-going",
    `${CLAUSE} [ he|she|it ${BEFORE_GERUND} ] :VBG&@G&!@V ${AFTER_GERUND}`,
    "{2} is {3}",
    "She only going to see it. => She is only going to see it.",
  ),
  judged(
    -4,
    "i-just-going",
    `${CLAUSE} [ i ${BEFORE_GERUND} ] :VBG&@G&!@V ${AFTER_GERUND}`,
    "I am {3}",
    "I just going to bed. => I am just going to bed.",
  ),
  judged(
    -6,
    "since-live",
    "i|you|we|they [ live|work|know|study|play|use|run|stay|sit|wait ] here|there|in|at|as|for|with|together|him|her|it|this ~* ~* ~* since @U|yesterday|last|childhood|<month>|<weekday>",
    "have {2:C}",
    "We live in York since 2012. => We have lived in York since 2012.",
  ),
  judged(
    -6,
    "since-lives",
    "he|she|it [ lives|works|knows|studies|plays|uses|runs|stays|sits|waits ] here|there|in|at|as|for|with|together|him|her|it|this ~* ~* ~* since @U|yesterday|last|childhood|<month>|<weekday>",
    "has {2:C}",
    "She works for us since 2012. => She has worked for us since 2012.",
  ),
  judged(
    1,
    "didnt-spoke",
    `didn't|doesn't|don't ~:RB [ @DZ&!@VJX ] ${OBJECT}|${PLACE}|${MARK}`,
    "{3:V}",
    "We didn't spoke to him. => We didn't speak to him.",
  ),
  judged(
    1,
    "to-by-this",
    [
      "!:VBN&!:VBD to [ by ] another|some|my|your|a",
      "* don't|didn't|wouldn't|should|can [ by ] this|these|another|some|my|your",
    ],
    "buy",
    "We want to by some flowers. => We want to buy some flowers.",
    "It was agreed to by a majority.",
  ),
];

/** Loose rules for a word that holds a clause together and is written for another. */
export const JUDGED_CLAUSES: readonly PatternRule[] = [
  judged(
    0,
    "the-were-told",
    "^|if|when|that|because|and|but|what|then|once|while|so|where|as [ the ] ~:RB are|were|have|had|aren't|weren't|haven't|hadn't|don't|didn't|can't|won't|couldn't|would|could|should ~not ~:RB :VBN|:VBG|:VB|:JJ|:DT",
    "they",
    "We left because the were closing. => We left because they were closing.",
    "The haves and the have nots.",
  ),
  judged(
    1,
    "sure-it-there",
    "sure|wonder|see|check|only|even [ it ] there|you|he|she|we|they",
    "if",
    "I am not sure it there is one. => I am not sure if there is one.",
    "I see it there.",
  ),
  judged(
    0,
    "what-it-your",
    "^|and|but|know|tell|is what|where|who|how [ it ] the|your|my|his|our|their|wrong|your",
    "is",
    "What it your name? => What is your name?",
    "What it means is clear.",
  ),
  judged(
    0,
    "here-my-song",
    "^ ~and|but|so|also|oh ~, [ here ] a|an|my|our|your|some ~:JJ :NN|:NNS .|!|:|$|with|for|that|i|you|we",
    "here is",
    "Here a photo for you. => Here is a photo for you.",
    "Here a few stayed.",
  ),
  judged(
    0,
    "hope-there-a",
    "think|hope|believe|know|say|says|said|that|but|because|if|^ [ there ] a|an|some|no|nobody|nothing|many|several|one",
    "there is",
    "I know that there a way. => I know that there is a way.",
    "He sat there a while.",
  ),
  judged(
    0,
    "that-is-requires",
    "!all&!what&!everything that|so|but|because|if|then|when [ is ] :VBZ&@Z&!@JX",
    "it",
    "The trouble is that is requires a key. => The trouble is that it requires a key.",
    "All that is needs care.",
  ),
  judged(
    1,
    "ever-week",
    [`${BEFORE_EVER} [ ever ] :NN&@N&!@JVRX`, `${BEFORE_EVER} [ ever ] one|@U|second|third|other|single|few`],
    "every",
    "We meet ever second week. => We meet every second week.",
    "Have you ever met him?",
  ),
  judged(
    0,
    "best-every-told",
    ":JJS ~:NN|:NNS [ every ] :VBD|:VBN",
    "ever",
    "It is the best story every told. => It is the best story ever told.",
  ),
  judged(0, "a-didnt", "^ [ a ] would|couldn't|wouldn't|didn't|can't|won't|am", "I", "A am not sure. => I am not sure."),
];
