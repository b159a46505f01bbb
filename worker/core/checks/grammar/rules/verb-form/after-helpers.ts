import { pattern } from "../../engine/pattern-rule.ts";

const ADVERB = "~not|also|always|just|really|ever|even|now";
const NEXT =
  "<determiner>|<object>|it|you|in|on|at|to|from|for|with|by|so|that|.|,|!|?|well|online|here|there|home|before|after";
/** Adjectives after which "to" begins a verb, never a noun. */
const READY =
  "easy|hard|happy|able|unable|pleased|ready|free|important|possible|impossible|delighted|glad|keen|willing|likely|simple|difficult|necessary|excited|aim|aims|way|us|you|them|how";
/** Subjects of a few words, in which no clause is hidden. */
const SUBJECT = "~the|our|your|my|their|his|her|all|this|these|those|both|each|every ~our|the|of ~@J";
/** Nouns that are right after "are" without an article. */
const BARE =
  "!work|part|fun|home|top|value|proof|key|trade|type|sale|cost|price|love|luck|present|welcome|limit|cause|host|head|staff|family|art|business|food|support|help|change|waste|need|care|free|level|open|clear|set";
const STARTED =
  "look|work|plan|make|build|bake|offer|sell|search|move|try|start|grow|wait|hope|launch|talk|deal|hire|recruit|seek|ask|go|come|take|give|provide|serve|prepare|expect|bring|do|get|live|stay";

/** Corrects the form of any verb after "do", "to", "will" and "be". */
export const AFTER_HELPERS = [
  pattern(
    "did-received",
    `did|does|do not ~also|really|ever|even [ @D&!@VNX ] ${NEXT}`,
    "{4:V}",
    ["I did not received my parcel. => I did not receive my parcel."],
    "I did not put it there.",
  ),
  pattern(
    "didnt-received",
    `didn't|doesn't|don't ~also|really|ever|even [ @D&!@VNX ] ${NEXT}`,
    "{3:V}",
    "We didn't received it. => We didn't receive it.",
  ),
  pattern(
    "does-puppy-pulls",
    `^ does|did|do <possessive>|the|this|that ~@J&!@N @N&!@P [ @Z&!@J ] on|in|at|to|with|from|the|a|an|your|our|it|us|well|?`,
    "{6:V}",
    "Does your puppy pulls on the lead? => Does your puppy pull on the lead?",
    "Does your sales team work?",
  ),
  pattern(
    "easy-to-booked",
    `${READY} to ~not|also [ @D&!@VNX ] ${NEXT}`,
    "{4:V}",
    "It is easy to booked a table. => It is easy to book a table.",
    ["Thanks to you and due to increased demand.", "It is close to selected shops."],
  ),
  pattern(
    "hesitate-to-calling",
    "hesitate|able|want|wants|wanted|need|needs|hope|hopes|decide|decided|easy|aim|aims to [ @G&!@V&!being&!fucking&!bloody ]",
    "{3:V}",
    "Do not hesitate to calling us. => Do not hesitate to call us.",
    "We are close to opening.",
  ),
  pattern(
    "you-can-bringing",
    `i|you|we|they|he|she|guests|customers|people|members|children <modal> ${ADVERB} [ @G&!@V&!being&!concerning&!regarding&!following&!including ] <determiner>|<object>|it|to|in|on|at|with|from|for`,
    "{4:V}",
    "You can bringing your own food. => You can bring your own food.",
    "You can, being a member, park here.",
  ),
  pattern(
    "we-would-recommended",
    [
      `i|you|we|they|he|she <modal> ${ADVERB} [ @D&!@VNX&!had&!based&!attached ] ${NEXT}`,
      `guests|customers|people|members|children|visitors|clients|students|parents|staff|players|volunteers <modal> ${ADVERB} [ @D&!@VNX&!had&!based&!attached ] ${NEXT}`,
    ],
    "{4:V}",
    [
      "I would recommended this shop. => I would recommend this shop.",
      "Guests should arrived before six. => Guests should arrive before six.",
    ],
    "He would help them.",
  ),
  pattern(
    "must-to-wear",
    "!all&!everything&!what&!best * [ must|should|could|might|may to ] @V&!@X",
    "{3}",
    "You must to wear a hat. => You must wear a hat.",
    ["You must go to see it.", "It did all it could to help."],
  ),
  pattern(
    "was-build",
    "is|are|was|were|been|being|be|isn't|wasn't|weren't ~not|also|all|first [ build ] =|in|by|of|on|at|for|from|to|with|and|as|around|over|between",
    "built",
    "The chapel was build in 1840. => The chapel was built in 1840.",
    "The build is done.",
  ),
  pattern(
    "tickets-were-send",
    `^ ${SUBJECT} ~@N @NP&!aim&!goal&!plan&!job&!idea&!answer&!advice&!trick&!secret&!rule is|are|was|were ~not|also|then|all [ @V&!@NJDCRPX&!be&!go ] by|in|on|at|from|with|to|for|every|daily|and|last|before|after|.`,
    "{9:C}",
    "The tickets were send by post. => The tickets were sent by post.",
    ["All we ask is bring a towel.", "What we do is send it.", "The shop can send by post."],
  ),
  pattern(
    "pies-are-bake",
    `^ ${SUBJECT} @P!&aa are|were ~not|also|then|all [ @V&!@JDCRPX&${BARE}&!be ] by|every|daily|in|from`,
    "{8:C}",
    "All our pies are bake by hand. => All our pies are baked by hand.",
    "Our rooms are work in progress.",
  ),
  pattern(
    "we-are-look",
    `i|we|they|you|he|she am|is|are|was|were ~currently|now|also|always|still|not [ ${STARTED} ] <determiner>|for|on|to|in|at|with|new|from|about|more|hard`,
    "{4:G}",
    [
      "We are currently look for a cook. => We are currently looking for a cook.",
      "They are plan a garden. => They are planning a garden.",
    ],
    "What they are: work in progress.",
  ),
  pattern(
    "were-look",
    `i'm|we're|they're|you're|he's|she's ~currently|now|also|always|still|not|just [ ${STARTED} ] <determiner>|for|on|to|in|at|with|new|from|about|more|hard`,
    "{3:G}",
    "We're look for a cook. => We're looking for a cook.",
  ),
  pattern(
    "for-choose-us",
    "for|by|without|about|of|after|before|in [ @V&!@NJDCRPX&!be ] our|your|my|their|us|them|you|me",
    "{2:G}",
    "Thank you for choose us. => Thank you for choosing us.",
    "Call before you begin.",
  ),
  pattern(
    "thank-you-for-visit",
    "you|thanks for [ visit|contact|support|book|shop|call|order|join|read ] us|with|our|the",
    "{3:G}",
    "Thank you for visit our site. => Thank you for visiting our site.",
    "Thank you for your visit.",
  ),
];
