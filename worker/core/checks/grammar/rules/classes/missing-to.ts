import { pattern } from "../../engine/pattern-rule.ts";

/** Matches a word that can only be the base form of a verb. */
const BASE = "@V&!@NPJDCGRX&aa";
const OBJECT = "<article>|<possessive>|<object>|it";
const SUBJECT =
  "!all&<subject>|don't|doesn't|didn't|to|will|would|can|not|also|just|only|really|may|might|if|who|never|should|could|must|did|do|does";
/** Nouns that are also verbs and are often wanted, needed or liked. */
const WANTED =
  "!help&!love&!work&!time&!space&!rest&!support&!change&!food&!water&!money&!more&!home&!back&!out&!in&!cash&!care&!proof&!access&!volunteer&!breakfast&!mine&!all&!double&!half&!part&!top&!candy&!include&!lower";

/** Holds rules for verbs that lack "to", and for verbs that the word before asks in "-ing". */
export const MISSING_TO = [
  pattern(
    "want-resolve",
    `${SUBJECT} ~not|also|just|really|always want|wants|wanted|hope|hopes|hoped|decide|decides|decided|try|tries|tried|wish|need|needs|needed|plan|plans|planned|intend|intends|forget|forgot|prefer|refuse|refused|manage|managed|agree|agreed [ ${BASE}&!please&!include&!exist&!depend&!advise&!lower&!bring&!write&!express ]`,
    "to {4}",
    ["They want choose a house. => They want to choose a house."],
    ["Do you need any?", "All I need remains here.", "We want more."],
  ),
  pattern(
    "want-be",
    "<subject>|don't|doesn't|didn't|to|will|would|not|also|just|only want|wants|wanted|hope|hopes|hoped|decided [ be|do|have|go|get|make|know|see ] !,",
    "to {3}",
    "We want be there. => We want to be there.",
    "We want go-karts.",
  ),
  pattern(
    "would-like-verb",
    [
      `would|'d|i'd|we'd|they'd|he'd|she'd|you'd ~also|really like [ @V&!@JXPDC&aa&${WANTED} ] <article>|<possessive>|<object>`,
      `would|i'd|we'd|they'd|he'd|she'd|you'd ~also|really like [ ${BASE} ]`,
    ],
    "to {4}",
    "I would like test the bike. => I would like to test the bike.",
    "I would like tea.",
  ),
  pattern(
    "need-test-the",
    `<subject>|also|just|don't|doesn't|didn't|will|to want|wants|wanted|need|needs|needed|try|tries|tried [ @V&!@JXPDCR&aa&${WANTED} ] the|a|an|<object>`,
    "to {3}",
    "We need test the boiler. => We need to test the boiler.",
    ["You need help the day before.", "I want breakfast the day after."],
  ),
  pattern(
    "going-tell",
    `am|is|are|was|were|i'm|we're|they're|he's|she's|you're|it's ~not|just|<subject> going [ be|have|get|make|do|tell|take|give|find|see|help ] !,`,
    "to {4}",
    "She is going tell you more. => She is going to tell you more.",
    "They are going places.",
  ),
  pattern(
    "able-do",
    `<be>|not|be able|unable [ be|have|go|do|get|make|choose|book|see|find|use|help|provide|offer|come|give|take|join ] !,`,
    "to {3}",
    "You are able choose one. => You are able to choose one.",
    "If you are able, come in.",
  ),
  pattern(
    "easy-get",
    `it's|is|was|isn't|be ~not|very|also|so|always|really easy|hard|difficult|possible|impossible|necessary [ get|make|do|see|use|find|choose|book|buy|keep|have|know|give|take|learn|create|add|change|understand|remember ] <article>|<possessive>|<object>|it|all|@NP`,
    "to {4}",
    "It's easy get a ticket. => It's easy to get a ticket.",
    "If it is possible, bring it.",
  ),
  pattern(
    "keep-see",
    `keep|keeps|kept|avoid|avoids|avoided|enjoy|enjoys|enjoyed|finish|finished|risked|consider|stopped|miss [ @V&!@NPJDCRX&aa&!include ] <determiner>|<object>|it|in|on|at|to|with|that|$|.`,
    "{2:G}",
    "I keep see this message. => I keep seeing this message.",
    ["To avoid, see below.", "We keep fit."],
  ),
  pattern(
    "avoiding-to",
    "avoiding|enjoying|risking|considering|finishing|postponing|suggesting|recommending|imagining [ to @V ]",
    "{3:G}",
    "We are considering to move there. => We are considering moving there.",
    "They stopped to consider, to rest.",
  ),
  pattern(
    "by-click-the",
    `!sort&!kind by|without|about|after|before|from|for [ @V&!@NPJDCRX&aa&!be ] <article>|this|these|those|it|all|some`,
    "{3:G}",
    "You open it by choose the lid. => You open it by choosing the lid.",
    "Before you go, see the bar.",
  ),
  pattern(
    "please-improved",
    [`please ~also|just [ @D&!@VNJX ] ${OBJECT}|@NP`, `please ~also|just [ @Z&!@NPJX ]`],
    "{3:V}",
    "Please provided the date. => Please provide the date.",
    "As you please, provided the gate is shut.",
  ),
  pattern(
    "please-advice",
    "please ~also|kindly [ advice ] !@NP",
    "advise",
    "Please advice how to pay. => Please advise how to pay.",
    "More advice, please.",
  ),
];
