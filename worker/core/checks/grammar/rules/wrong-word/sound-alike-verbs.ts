import { pattern } from "../../engine/pattern-rule.ts";

const SURELY =
  "every|all|your|our|you|each|we|they|it|the|no|everything|everyone|there|nothing|customers|guests|clients|patients";

/** Lists rules for verbs confused with words of the same sound: "Friday threw Sunday", "bare with us", "to waist time". */
export const SOUND_ALIKE_VERBS = [
  pattern(
    "monday-threw-friday",
    [
      "<weekday>|<month>|@U [ threw ] <weekday>|<month>|@U",
      "go|goes|going|come|comes|walk|walks|walking|look|looking|browse|scroll|stroll|guide|guides|breeze|pass|passing|search|drive|hike|talk|available|online|book|order|directly ~you|us|all [ threw ] the|our|a|your|this|us|these",
    ],
    "through",
    [
      "We are open Monday threw Friday. => We are open Monday through Friday.",
      "We guide you threw the process. => We guide you through the process.",
    ],
    ["He threw Friday's papers away.", "On Monday they threw Friday's bread away."],
  ),
  pattern(
    "do-not-except",
    [
      "do|does|did|can|could|will|would|also|only|gladly|happily|cannot|can't|don't|doesn't|we|they ~not|only|also [ except ] new|cash|cards|cheques|checks|credit|debit|payment|payments|bookings|reservations|visa|paypal|patients|pets|dogs|children|responsibility|liability|returns|orders|donations|walk-ins|insurance|late|large|group|same-day|vouchers|coins|applications|major|amex|american|most|any",
      "do|does|did|can|could|will not [ except ] <possessive>|this|these|it|them|all",
      "are|is|we're|now|currently|not [ excepting ] new|applications|patients|bookings|orders|payments|cash|donations|reservations",
    ],
    "accept",
    [
      "We do not except cheques. => We do not accept cheques.",
      "Sorry, we can not except dogs. => Sorry, we can not accept dogs.",
    ],
    ["We do not open, except on Sunday.", "We only close except for new year."],
  ),
  pattern(
    "cards-are-excepted",
    "payments|cards|cheques|bookings|reservations|donations|applications is|are ~not|also|only|gladly|now [ excepted ] !from",
    "accepted",
    "Credit cards are excepted here. => Credit cards are accepted here.",
    "Payments are excepted from tax.",
  ),
  pattern(
    "bare-with-us",
    "[ bare ] with us|me|them|you",
    "bear",
    "Please bare with us. => Please bear with us.",
    "He came bare with it.",
  ),
  pattern(
    "whose-passionate",
    [
      "@NP|someone|anyone|somebody|one|those [ whose ] passionate|enthusiastic about",
      "@NP|someone|anyone|somebody|one [ whose ] willing|able|keen|happy|committed|dedicated to",
      "@NP|someone|anyone|somebody|one [ whose ] looking|going for|to|after",
      "@NP|someone|anyone|somebody|one [ whose ] a|an|the|not|been|always|never|got",
    ],
    "who's",
    "We want a cook whose passionate about food. => We want a cook who's passionate about food.",
    ["A cook whose passionate work we like.", "Someone whose going away we regret."],
  ),
  pattern(
    "whos-passion",
    "a|an|the|our @N [ who's ] practice|passion|business|aim|goal|mission|knowledge|clients|customers|team|staff",
    "whose",
    "A chef who's passion is bread. => A chef whose passion is bread.",
    "The chef who's here.",
  ),
  pattern(
    "is-lead-by",
    [
      "is|are|be|being|guided|expertly|professionally ~also|currently|always [ lead ] by",
      "classes|tours|walks|workshops|team|sessions|company|courses [ lead ] by a|an|our|the|experienced|expert|qualified|Aa",
    ],
    "led",
    "Our team is lead by two nurses. => Our team is led by two nurses.",
    "Good teams lead by example.",
  ),
  pattern(
    "tour-lead-us",
    "!let&!have&!make&!makes&!lets&!and the|our|my|his|her|this tour|guide|passion|career|journey [ lead ] us|him|her|me|them to|into|through",
    "led",
    "The tour lead us to a lake. => The tour led us to a lake.",
    "Let the tour lead us to it.",
  ),
  pattern(
    "waist-time",
    [
      "[ waist ] time|money|energy",
      "not|don't|to|never|won't|doesn't|will|could|would|can|why [ waist ] your|our|my|hours|another|any|food|water|it",
      "food|household|garden|commercial|medical|hazardous|recycling|zero [ waist ] =|removal|disposal|collection|management",
    ],
    "waste",
    "Do not waist time on it. => Do not waste time on it.",
    "The skirt goes to waist height.",
  ),
  pattern(
    "can-here-music",
    "can|could|will [ here ] live|music|the|birds|your|our|how|what @NPJ",
    "hear",
    "You can here live music. => You can hear live music.",
    "All that we can: here the rest is told.",
  ),
  pattern(
    "bye-tickets",
    "to|and|can|could|will|^|you|we|i|please|or [ bye ] your|a|an|the|tickets|now|online|one|our|some|this|it|these",
    "buy",
    "Come in and bye a cake. => Come in and buy a cake.",
    "Say bye to the cake. Goodbye and bye for now.",
  ),
  pattern(
    "book-buy-phone",
    [
      "book|booked|register|apply|pay|rsvp|contact|reserve|ordered|done|delivered|reply|available|confirm|cancel|us|travel [ buy ] phone|email|e-mail|telephone|post|card|cash|appointment|noon|midday|tomorrow|text|bus|train|<weekday>|<month>|@U|calling|emailing|filling|the",
      "side [ buy ] side",
      "step [ buy ] step",
    ],
    "by",
    ["Book buy the end of May. => Book by the end of May.", "Contact us buy email. => Contact us by email."],
    "Those with us buy bread.",
  ),
  pattern(
    "not-aloud",
    [
      "is|are|be|isn't|aren't|was|were ~not|only|also|strictly|always|sadly [ aloud ] =|in|on|at|inside|during|here|within|into|until|after",
      "is|are|be|isn't|aren't|was|were ~not|only|also|strictly|always|sadly [ aloud ] to @V",
    ],
    "allowed",
    "Dogs are not aloud in here. => Dogs are not allowed in here.",
    ["She read it aloud to us.", "He read whatever it was aloud to us."],
  ),
  pattern(
    "precede-to",
    ["[ precede ] to", "to|can|will|please|then|and [ precede ] with|directly"],
    "proceed",
    "Please precede to checkout. => Please proceed to checkout.",
    "The steps that precede it.",
  ),
  pattern(
    "loose-by",
    [
      "nothing|afraid|hate|prepared|stand|stands|lot|much|everything to [ loose ] =|by|if|from|on|in|and",
      "to|not|don't|never|will|can|you|may [ loose ] hair|customers|out|your|business|fat|inches|value|heat|power|teeth|balance",
    ],
    "lose",
    "You have nothing to loose by calling. => You have nothing to lose by calling.",
    "They made a lot too loose.",
  ),
  pattern(
    "loosing-hair",
    "[ loosing ] hair|your|customers|clients|business|out|teeth|sleep|it|patience|any|our|heat|power",
    "losing",
    "Are you loosing hair? => Are you losing hair?",
  ),
  pattern(
    "larger-then-most",
    [
      "is|are|was|were|be|much|far|even|no|not|it's|slightly|significantly <comparative> [ then ] most|all|average|anyone|anything|anywhere|many|usual|normal|ever",
      "more|less|fewer [ then ] <counted>|twice|half|anything|enough|happy|welcome",
    ],
    "than",
    [
      "The rooms are larger then most. => The rooms are larger than most.",
      "We have more then thirty rooms. => We have more than thirty rooms.",
    ],
    "It was cooler, then warmer. We ate more, then slept.",
  ),
  pattern(
    "more-that-twenty",
    "more|less|fewer|greater [ that ] @U|<counted>",
    "than",
    "We have more that 20 years behind us. => We have more than 20 years behind us.",
    "It tells us more: that 20 of them came.",
  ),
  pattern(
    "if-than-please",
    [
      ", [ than ] please|call|contact|simply|just|give|come|don't|feel|get|let|look",
      "^ if|when|once ~* ~* ~* ~* ~* ~* ~* , [ than ] you|we|it|our|there|this|i",
    ],
    "then",
    "If you like it, than please tell us. => If you like it, then please tell us.",
    "It is better, than which nothing is.",
  ),
  pattern(
    "sure-too-book",
    [
      "make|makes|making|be sure [ too ] @V&!@JRX",
      "make|be sure [ too ] check|book|read|visit|bring|ask|call|look|keep|order|try|follow|check-in|wear|see|use|open|add",
      "would|we'd|i'd love|like [ too ] hear|see|help|book|know|have|visit|come|order",
      "come|pop|call|drop in|along|down|over [ too ] try|see|meet|visit|collect|enjoy|pick|discuss|view|browse|book|get",
      "decide|decided|hope|hopes|choose|planning|agree|continue|seem|seems|remember|forget|willing|eager|committed|designed [ too ] @V&!@JNRX",
    ],
    "to",
    [
      "Make sure too book early. => Make sure to book early.",
      "We would love too hear from you. => We would love to hear from you.",
      "Come in too try our cakes. => Come in to try our cakes.",
    ],
    ["Make sure, too, that it fits.", "Make sure too many do not come.", "We would love too, see you there."],
  ),
  pattern(
    "never-to-old",
    [
      "never [ to ] old|late|early|young|busy|small|big|far|much|many",
      "^|, ~and|so bring|invite the|your ~whole kids|children|dog|dogs|family|friends|partner [ to ] =&!:&!–&!-&!(",
    ],
    "too",
    [
      "You are never to old for yoga. => You are never too old for yoga.",
      "Come in, and bring the kids to. => Come in, and bring the kids too.",
    ],
    ["It is a park that you bring the kids to.", "Bring your dog to: Main Street."],
  ),
  pattern(
    "insure-that-all",
    `to|we|will|must|also|always|can|help|helps|which|please|and [ insure ] that ${SURELY}`,
    "ensure",
    "We insure that every guest is happy. => We ensure that every guest is happy.",
    "We insure that car and this house.",
  ),
];
