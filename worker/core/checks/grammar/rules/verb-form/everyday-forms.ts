import { judged, type PatternRule, pattern } from "../../engine/pattern-rule.ts";

const ADVERB = "recently|just|already|also|always|now|since|never";
const OBJECT = "the|a|an|our|your|my|his|her|their|its|this|these|that|some|all|it|us|you|them";
const PLACE = "in|on|at|by|from|for|to|with|before|after|online|via|into|within|.";
/** Words that an infinitive follows. */
const WANTING =
  "able|happy|glad|ready|willing|keen|pleased|delighted|free|want|wants|wanted|hope|hopes|hoped|aim|aims|try|tries|trying|like|love|decided|need|needs|needed|how|where";

/** Rules for verb forms after helpers, "to" and nouns for a purpose. */
export const EVERYDAY_FORMS: readonly PatternRule[] = [
  judged(
    0,
    "been-serve",
    `have|has|had|<have-short> ~:RB been [ @V&!@DCGJRX&!welcome&!present&!kind&!back&!home ] ${OBJECT}`,
    "{4:G}",
    "We have been serve the village for years. => We have been serving the village for years.",
    "It has been home to the club.",
  ),
  judged(
    0,
    "been-ask-to",
    "have|has|had|<have-short> ~:RB been [ @V&!@NDCGJRX&!welcome ] to|by|in|with|on|at|for|from|as|due|because|until|again|.|,|!",
    "{4:C}",
    "We have been ask to move. => We have been asked to move.",
    "It has been close to the sea.",
  ),
  judged(
    -6,
    "must-made",
    [
      `<plain-modal>&!may&!might&!will ~not|also|only|then [ @C&!@VJRX ] ${PLACE}`,
      `<plain-modal>&!may&!might&!will ~not|also|only|then [ made|held|given|taken|paid|done|seen|shown|kept ] ${PLACE}`,
    ],
    "be {3:C}",
    "Payment must made in advance. => Payment must be made in advance.",
    ["It can be made here.", "You must, seen from here, look up."],
  ),
  judged(
    0,
    "can-seats",
    "<plain-modal>&!may ~also|only|now|comfortably|easily [ @Z&!@JRX&!lots&!does ] ##|<counted>|the|a|an|our|your|up|you|it",
    "{3:V}",
    "The hall can seats 120 guests. => The hall can seat 120 guests.",
    "The can seats on the shelf.",
  ),
  judged(
    0,
    "happy-to-helps",
    `${WANTING} to [ @Z&!@JRX&!parties&!sales&!events&!classes&!sports&!games&!lessons&!concerts ] .|,|!|our|your|you|the|a|an|with|in|it|us|them|all|everyone`,
    "{3:V}",
    [
      "Our team is always happy to helps. => Our team is always happy to help.",
      "We would like to thanks our sponsors. => We would like to thank our sponsors.",
    ],
    ["We like to please.", "She is used to walks in the rain."],
  ),
  judged(
    0,
    "have-recently-move",
    `<subject>|who|:NNS have|has|had ${ADVERB} [ @V&!@DCJRX ] ${PLACE}|${OBJECT}`,
    "{4:C}",
    "We have recently move to a new office. => We have recently moved to a new office.",
    ["We have just work to do.", "They have now come to us."],
  ),
  pattern(
    "since-we-been",
    "^|, ~and|but [ we|they|i|you been ] *",
    "{3} have been",
    "We been open since March. => We have been open since March.",
    "We have been open since March.",
  ),
  judged(
    0,
    "aim-is-provide",
    "aim|goal|mission|job|purpose|task|role|priority|objective|ambition|plan is|was ~always|simply|just|still [ @V&!@PDCGJRX&!work&!fun ] *",
    "to {4}",
    "Our aim is provide good care. => Our aim is to provide good care.",
    ["Our aim is good care.", "The plan is work in progress."],
  ),
  judged(
    0,
    "under-five-goes",
    "children|kids|adults|guests|visitors|people|members|students under|over|aged ##|five|six|ten|twelve|eighteen [ @Z&!@JRX ] *",
    "{4:V}",
    "Children under five goes free. => Children under five go free.",
    "Children under five need shoes.",
  ),
  pattern(
    "proceeds-goes",
    "all|the|any|our|these proceeds [ goes|is|has|was|helps|benefits|funds|supports ] to|the|a|our|towards|used|split|shared|spent|go|local",
    "{3:V}",
    "All proceeds goes to charity. => All proceeds go to charity.",
    "All proceeds go to charity.",
  ),
  judged(
    0,
    "looks-deliciously",
    "!<determiner> look|looks|looked|taste|tastes|tasted|smell|smells|smelled|sound|sounds ~so|very|really|absolutely|just [ @R&!@JNVX&!here&!there&!forward&!back&!away&!up&!differently&!closely&!carefully&!closer&!ahead&!elsewhere&!strongly&!well ] .|!|,|and",
    "{4:J}",
    "The new menu looks deliciously. => The new menu looks delicious.",
    "Please look carefully.",
  ),
  judged(
    -2,
    "help-you-to-finding",
    "help|helps|helping|allow|allows|enable|enables|want|ask|invite|encourage|teach you|us|them|people|him|her|children|everyone|clients|customers to [ @G&!@J&!being&!meeting&!training ] *",
    "{4:V}",
    "We can help you to finding a home. => We can help you to find a home.",
    "It takes you to breathing exercises.",
  ),
  pattern(
    "exciting-to-announce",
    "we|i|we're|i'm ~are|am|were|was ~very|so|really|all [ exciting ] to|about",
    "excited",
    "We are very exciting to announce it. => We are very excited to announce it.",
    "It is very exciting to see.",
  ),
  pattern(
    "very-experience",
    "is|are|was|were ~all very|highly [ experience ] .|,|!|and|in|with|$",
    "experienced",
    "Our teachers are very experience. => Our teachers are very experienced.",
    "They have much experience.",
  ),
  pattern(
    "if-you-are-interest",
    "i|you|we|they|are|am|be|you're|i'm ~are|am|be ~also|very [ interest ] in|,|please",
    "interested",
    ["If you are interest, please call us. => If you are interested, please call us."],
    ["We would like you to take an interest in it.", "Your interest, please."],
  ),
  pattern(
    "are-use-by",
    "is|are|was|were|be|being|been ~also|often|only|mainly|widely [ use ] all|in|by|for|to|as|every|with",
    "used",
    "Our products are use by bakers. => Our products are used by bakers.",
    "What is the use of it?",
  ),
  judged(
    -4,
    "recommend-to-book",
    "we|i|they recommend|suggest [ to :VB&@V ] *",
    "{4:G}",
    "We recommend to book early. => We recommend booking early.",
    "We recommend it to all.",
  ),
  judged(
    -4,
    "how-swim",
    "learn|learnt|learned|teach|teaches|taught|show|shows|know|knows|explain ~you|children|people|us|them|students|kids|everyone how [ @V&!@NPJDCGRX ] .|,|!|and|in|on|with|well|the|a|your|their|it|$",
    "to {4}",
    "She teaches children how sing. => She teaches children how to sing.",
    "We know how work is done.",
  ),
  pattern(
    "team-consist-of",
    "the|our|this|a|each|every ~:JJ team|course|group|menu|package|programme|program|service|set|tour|building|house|kit|exam|meal|committee|collection [ consist ] of",
    "consists",
    "Our team consist of five people. => Our team consists of five people.",
    "Our teams consist of five people.",
  ),
  pattern(
    "village-lays-in",
    "village|town|house|hotel|garden|church|farm|island|lake|city|cottage|river|beach [ lays ] in|on|at|between|near|just|within|along",
    "lies",
    "The village lays in a valley. => The village lies in a valley.",
    "The hen lays in the shed.",
  ),
  pattern(
    "remember-bring",
    "please|and|also|^ remember [ take|bring|check|call|book|wear|keep|leave|read|turn|switch|return|sign|include|add|send ] your|the|a|it|that|all|us",
    "to {3}",
    "Please remember bring your key. => Please remember to bring your key.",
    "Please remember to bring your key.",
  ),
  pattern(
    "is-close-on",
    "is|are|be|was|were|remain|stay ~also|now [ close ] on|every monday|tuesday|wednesday|thursday|friday|saturday|sunday|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|bank|public",
    "closed",
    "Our shop is close on Mondays. => Our shop is closed on Mondays.",
    "The shop is close to home.",
  ),
];
