import { pattern } from "../../engine/pattern-rule.ts";

/** Small words and near words that only one reading fits, and words joined or split. */
export const SMALL_SLIPS = [
  pattern("infact", "[ infact ]", "in fact", "Infact, we open daily. => In fact, we open daily."),
  pattern(
    "may-be-you",
    "^ [ may be ] you|we|they|i|he|she|it",
    "maybe",
    "May be you have a question. => Maybe you have a question.",
    "It may be you.",
  ),
  pattern(
    "any-one-can",
    ["[ any one ] can|who|is|has|will|wants|interested|with|else|over|under|aged|in", "^ [ any one ] !of&!@NP"],
    "anyone",
    "Any one can join us. => Anyone can join us.",
    "Any one of us can.",
  ),
  pattern(
    "every-one-over",
    "[ every one ] over|under|who|aged|else|loves|likes|knows",
    "everyone",
    "It suits every one over ten. => It suits everyone over ten.",
    "Every one of us is here.",
  ),
  pattern(
    "every-thing-that",
    "[ every thing ] that|you|we|a|an|in|from|is|has|about|for|they|i",
    "everything",
    "We sell every thing that you need. => We sell everything that you need.",
    "Every little thing that we do.",
  ),
  pattern(
    "along-side",
    "[ along side ] <determiner>|@JP|Aa|them|us|it",
    "alongside",
    "We work along side the farmers. => We work alongside the farmers.",
    "It is along the side.",
  ),
  pattern(
    "goes-passed",
    "go|goes|went|going|just|walk|walks|drive|right|straight|run|runs|way|is|are|located [ passed ] the|our|your|a|this",
    "past",
    "The bus goes passed the shop. => The bus goes past the shop.",
    "It was passed the ball.",
  ),
  pattern(
    "past-her-exam",
    "she|he|we|i|they ~just|also|all|finally [ past ] my|his|her|our|their|the&!@N exam|exams|test|tests|inspection|audit|course|finals",
    "passed",
    "She past her exam. => She passed her exam.",
    "We drove past the exam hall.",
  ),
  pattern("prove-of", "[ prove ] of", "proof", "Bring prove of address. => Bring proof of address."),
  pattern(
    "cost-off-the",
    "cost|price|part|centre|center|middle|kind|type|most|quality|number|copy|member|owner|list|piece|range|some|many [ off ] the|our|your|this|these",
    "of",
    "The cost off the repair is low. => The cost of the repair is low.",
    "The cost, off the peg, is low.",
  ),
  pattern(
    "over-their-by",
    "over|right|up|down|out|in [ their|they're ] by|on|at|in|.|!|and|too|,",
    "there",
    "It is over their by the gate. => It is over there by the gate.",
    "It is in their hands.",
  ),
  pattern(
    "moved-hear",
    "moved|came|come|live|been|right|work|out|are|is|based|located|shop|click [ hear ] =|in|to|for|since|from|at|and|on",
    "here",
    "We moved hear in May. => We moved here in May.",
    "You can hear it.",
  ),
  pattern(
    "let-us-no",
    "let us|me [ no ] =|if|when|what|how|about|by|in|which|whether|where",
    "know",
    "Let us no if you come. => Let us know if you come.",
    "It gave us no time.",
  ),
  pattern(
    "we-now-the-area",
    "^|and|but|that|who i|we|you|they [ now ] the|how|what|that|where|why|exactly",
    "know",
    "We now how to fix it. => We know how to fix it.",
    "We now own the farm.",
  ),
  pattern(
    "form-noon-until",
    [
      "[ form ] <weekday>|<month>|noon|midday|dawn|morning|early to|until|till|-|am|pm",
      "[ form ] <counted> to|until|till|am|pm",
      "open|daily|weekdays|weekends|available|runs|run|every|ages|aged|day|week|days|, [ form&aa ] @U to|until|till|-|am|pm",
    ],
    "from",
    "Open form noon until three. => Open from noon until three.",
    ["Fill in the form to apply.", "He stayed from Form 1 to Form 4.", "Students in Form Two - Form Six may board."],
  ),
  pattern(
    "where-you-happy",
    "^ [ where ] you|they|we @J|@C&!@NDV",
    "were",
    "Where you happy with it? => Were you happy with it?",
    "Where you go, we go.",
  ),
  pattern(
    "meet-others-students",
    "meet|with|and|many|some|like|unlike|join|help|all|from|by|any|no|for|of|to|see [ others ] @P&!@VZNJ",
    "other",
    "You will meet others students. => You will meet other students.",
    "It helps others parents trust.",
  ),
  pattern(
    "at-following-address",
    "at|to|on|see|use|using|via|contact|complete [ following ] ~email|contact|bank|online|phone link|address|addresses|details|number|numbers|form|table|account !of",
    "the following",
    "Write to us at following address. => Write to us at the following address.",
    ["Write to us at the following address.", "He insists on following instructions."],
  ),
  pattern(
    "ladies-coats",
    "[ ladies coats|hats|shoes|dresses|wear|clothing|boots|shirts|jackets|bags|haircuts|toilets ]",
    "ladies' {2}",
    "We stock ladies coats. => We stock ladies' coats.",
  ),
];

/** Possessives that lack their apostrophe and are no words without it. */
export const IRREGULAR_POSSESSIVES = ["men", "women", "children", "today", "tomorrow", "yesterday"].map((word) =>
  pattern(`${word}s`, `[ ${word}s ] @NPJ`, `${word}'s`, `It is ${word}s special soup. => It is ${word}'s special soup.`),
);
