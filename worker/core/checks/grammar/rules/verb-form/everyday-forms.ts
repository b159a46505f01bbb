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
    "have|has|had|<have-short> ~:RB been [ @V&!@NDCGJRX&!welcome ] to|by|in|with|on|at|for|from|as",
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
];
