import { pattern } from "../../engine/pattern-rule.ts";

const KNOWN_VERBS =
  "know|book|order|see|visit|speak|talk|arrange|discuss|hear|receive|join|learn|find|have|make|come|become|help|meet|get";

/** Small words that the words around them need. */
export const MISSING_WORDS = [
  pattern(
    "please-not-hesitate",
    ["please [ not @V&!@NJ ]", "please [ not @V ] <object>|<determiner>|it|to|on|in|at"],
    "do not {3}",
    "Please not hesitate to call. => Please do not hesitate to call.",
    ["Please do not call.", "Ask anyone, but please not Bill."],
  ),
  pattern(
    "hope-see",
    "i|we|you|they hope|want|need|wish [ see|visit|meet|find|hear|make|give|get|have|bring|buy|become|learn|know|tell|welcome|provide|keep ] <object>|<determiner>|it|you|more",
    "to {3}",
    "We hope see you soon. => We hope to see you soon.",
    "I hope you see it.",
  ),
  pattern(
    "if-you-like-to",
    `if you [ like to ] ${KNOWN_VERBS}`,
    "would like to",
    "If you like to know more, call us. => If you would like to know more, call us.",
    "If you like tea, come in.",
  ),
  pattern(
    "will-able",
    "will|would|might|should|may|must ~not|also|then|soon [ able|unable ] to",
    "be {3}",
    "You will able to park. => You will be able to park.",
    "You will be able to park.",
  ),
  pattern(
    "depends-the",
    "[ depend|depends|depended ~entirely|mainly|largely the|your|our|their|his|her|its|this|these ]",
    "{1} {2} on {3}",
    "The price depends the size. => The price depends on the size.",
    "It depends on the size.",
  ),
  pattern(
    "open-the-public",
    "is|are|be|was|were|now|always [ open|closed the public ]",
    "{2} to the public",
    "The garden is open the public. => The garden is open to the public.",
  ),
  pattern(
    "we-looking",
    "^|and|but|because we|they [ looking|working|hoping|going|trying|planning|selling|providing|moving|expecting|waiting|aiming|serving ] <determiner>|for|forward|to|on|in|at|with|hard|from",
    "are {3}",
    "We looking forward to it. => We are looking forward to it.",
    "They saw us working hard.",
  ),
  pattern(
    "wide-range",
    "offer|offers|offering|provide|provides|providing|have|has|having|stock|stocks|sell|sells|with|carry|carries [ wide|large|great|huge|big|broad|vast range|choice|selection|variety|number ] of",
    "a {2} {3}",
    "We offer wide range of tools. => We offer a wide range of tools.",
    "We offer a wide range of tools.",
  ),
  pattern(
    "for-free-quote",
    [
      "for|get|request|have|need|want|book|arrange|offer&aa [ free|quick|detailed|written quote|consultation|estimate|quotation|trial|sample|assessment|survey|copy|appointment ] !@NP",
      "for|get|request|have|need|want|book|arrange|offer&aa [ free|quick|detailed|written quote|consultation|estimate|quotation|trial|sample|assessment|survey|copy|appointment ] today|now|online|tomorrow",
    ],
    "a {2} {3}",
    "Call us for free quote. => Call us for a free quote.",
    ["Call us for a free quote.", "Ask for free trial packs.", "Home Prices Book free consultation"],
  ),
  pattern(
    "book-appointment",
    "book|make|arrange|request|need|schedule [ appointment&aa ] !@NP",
    "an appointment",
    "You can book appointment online. => You can book an appointment online.",
    "You can book appointment times online.",
  ),
  pattern(
    "listen-us",
    "[ listen|listening|listened <object>|you|our|your|the ] !<modal>",
    "{1} to {2}",
    "We listen you. => We listen to you.",
    ["We listen to you.", "If you listen you will hear it."],
  ),
];
