import { judged, type PatternRule, pattern } from "../../engine/pattern-rule.ts";

/** Begins a clause whose subject follows. */
const CLAUSE = "^|when|if|because|that|but|where|while";
/** The same without what asks for a subjunctive: "if it were". */
const PLAIN_CLAUSE = "^|when|because|that|but|where";
const PEOPLE =
  "parents|pupils|members|visitors|guests|beginners|customers|children|students|pets|volunteers|players|teachers|residents|tickets|prices|doors|places|bookings|classes|lessons|rooms|dogs";
const DETERMINED = "our|the|your|all|most|their|these|those|some|many|my|his|her";
const NO_SUBJECT = "!means&!lots&!news&!series&!species&!sports&!thanks&!people&!data&!media&!staff&!times&!others&!savings";
const ADVERB = "always|also|now|not|still|only|often|usually|all";
/** Matches a form of "be" that a participle follows: not in "what they do is work". */
const PASSIVE_BE =
  "!there&!do&!does&!did&!what&!all&!is&!answer is|are|was|were|being|been ~freshly|fully|also|often|usually|always|all";
const AFTER_PASSIVE = "in|on|by|within|from|at|to|with|before|until|daily|and|.|,|!|$";

const GOES_ON = "@C|:JJ|:VBG|##|from|welcome|free|a|an|the|in|on|to|for|available";

/** Verbs by the number of their subject, with wrong sentences. */
const PAIRS: readonly (readonly [singular: string, plural: string, wrong: { ofPlural: string; ofSingular: string }])[] = [
  [
    "is",
    "are",
    {
      ofPlural: "Parents is invited to the show. => Parents are invited to the show.",
      ofSingular: "The garden are open to the public. => The garden is open to the public.",
    },
  ],
  [
    "was",
    "were",
    {
      ofPlural: "When the doors was closed, we left. => When the doors were closed, we left.",
      ofSingular: "The game were cancelled. => The game was cancelled.",
    },
  ],
  [
    "has",
    "have",
    {
      ofPlural: "Our dentists has a good name. => Our dentists have a good name.",
      ofSingular: "The teacher have written to us. => The teacher has written to us.",
    },
  ],
];

/** Loose rules for subject and verb in plain clauses, which report only where the table of neighbours prefers the correction. */
export const PLAIN_AGREEMENT: readonly PatternRule[] = [
  ...PAIRS.flatMap(([singular, plural, { ofPlural, ofSingular }]) => [
    judged(
      2,
      `plural-${singular}`,
      [
        `^ ~all|most|new ~<possessive> ${PEOPLE} [ ${singular} ] ~${ADVERB} ${GOES_ON}`,
        `${CLAUSE} ${DETERMINED} ~:JJ @P&!@NV&${NO_SUBJECT} [ ${singular} ] ~${ADVERB} ${GOES_ON}`,
      ],
      plural,
      ofPlural,
      "One of our parents is here, and the news was good.",
    ),
    judged(
      1,
      `singular-${plural}`,
      `${PLAIN_CLAUSE} the|our|this|your|no|my|each|every ~:JJ @N&!@P&!<group>&!<number>&!two&!three&!<mass>&!experience [ ${plural} ] ~${ADVERB} @C|needed|open|closed|available|a|an|the`,
      singular,
      ofSingular,
      "The committee have written to all, and the team were pleased.",
    ),
  ]),
  judged(
    0,
    "each-class-have",
    "^|,|and|but|that|where|when each|every ~:JJ @N&!@P [ have ] *",
    "has",
    "Each class have its own teacher. => Each class has its own teacher.",
    "In each case we have time.",
  ),
  pattern(
    "does-your-prices",
    `^|where|how|when|why [ does ] your|the|our|these|those|my ~:JJ @P&!@N&${NO_SUBJECT} :VB|@V`,
    "do",
    "Does your prices include tax? => Do your prices include tax?",
    "Does the news make you sad?",
  ),
  judged(
    1,
    "information-here-are",
    "^|that ~the|this|our|all information ~on|in|about ~the|this|our|your ~site|website|page|pages [ are ] *",
    "is",
    "The information on this site are for guidance. => The information on this site is for guidance.",
    "The sources of information are listed.",
  ),
  judged(
    0,
    "pupils-learns",
    [
      `^ ~all|most|new ~<possessive> ${PEOPLE} [ @Z&!@JRX&!is&!was&!has&!accepts ] through|from|to|by|in|on|with|the|a|an|at|our|your|their|how|more|every`,
      `${CLAUSE} ${DETERMINED} ~:JJ @P&!@NV&${NO_SUBJECT} [ @Z&!@JRX&!is&!was&!has&!accepts ] through|from|to|by|in|on|with|the|a|an|at|our|your|their|how|more|every`,
    ],
    "{5:V}",
    "Pupils learns through play. => Pupils learn through play.",
    ["Pupils learn through play.", "Sales starts in May are rare."],
  ),
  judged(
    2,
    "no-experience-are",
    "no experience|training|equipment|booking|payment|knowledge|charge [ are ] needed|required|necessary|due|made|available",
    "is",
    "No experience are needed. => No experience is needed.",
    "No bookings are needed.",
  ),
  judged(
    0,
    "new-member-are",
    "^|all|many|most|other|these|some|few ~new|old|young|current|small|local [ <countable>|member|pupil|volunteer|visitor|booking ] are|were",
    "{3:P}",
    "New member are always welcome. => New members are always welcome.",
    "All of the team are welcome.",
  ),
];

/** Loose rules for participles in plain clauses. */
export const PLAIN_PARTICIPLES: readonly PatternRule[] = [
  judged(
    4,
    "was-involve-in",
    `${PASSIVE_BE} [ @V&!@NCDGJRX&!hesitate&!agree&!suppose&!output&!input ] ${AFTER_PASSIVE}`,
    "{4:C}",
    "She was involve in our work. => She was involved in our work.",
    "All they do is arrive in time.",
  ),
  judged(
    5,
    "was-form-in",
    `${PASSIVE_BE} [ @V&@N&!@CDGJRX&!work&!fun&!love&!hype&!medicine&!output&!input ] ${AFTER_PASSIVE}`,
    "{4:C}",
    "Our company was form in 2001. => Our company was formed in 2001.",
    ["What they do is work in shifts.", "It is fun in the sun."],
  ),
  judged(
    2,
    "must-be-return",
    `to|should|must|will|can|may|cannot|would be ~fully|also|only|freshly [ @V&!@CDGJRX&!work&!fun&!home&!prey&!poison&!output&!input ] ${AFTER_PASSIVE}`,
    "{4:C}",
    "The item must be return within 30 days. => The item must be returned within 30 days.",
    "It will be fun in the sun.",
  ),
  judged(
    1,
    "have-raise-over",
    "^|, i|we|they|you have ~also|now|already [ @V&!@CDGJRX&!faith&!access&!experience&!control&!confidence ] over|more|hundreds|thousands|many|the|a|our|all|several",
    "{5:C}",
    "We have raise over a million pounds. => We have raised over a million pounds.",
    ["We have control over the water.", "We have all the tools."],
  ),
  judged(
    0,
    "fully-equip",
    "fully|well|newly [ book|equip|furnish|insure|license|licence|train|qualify|restore|refurbish|renovate|accredit ] ~and @N|:NN|:NNS|.|,|this|for|until|on|$",
    "{2:C}",
    "It has a fully equip kitchen. => It has a fully equipped kitchen.",
    "We fully insure your home.",
  ),
  judged(
    -6,
    "will-held-on",
    [
      `!<determiner>&!:JJ will ~not|also|only|then [ @C&!@VJRX&!<no-passive> ] in|on|at|by|from|for|to|with|before|after|online`,
      "!<determiner>&!:JJ will ~not|also|only|then [ held|used|made|given|taken|paid|kept|closed|opened ] in|on|at|by|from|for|to|with|before|after|online",
    ],
    "be {4:C}",
    "Our next meeting will held on Tuesday. => Our next meeting will be held on Tuesday.",
    "His will made in May was lost.",
  ),
  judged(
    2,
    "are-base-in",
    "are|is|was|were|am|we're|i'm|now|currently [ base ] in|near|at|around",
    "based",
    "We are base in Leeds. => We are based in Leeds.",
    "Their base in Leeds is old.",
  ),
  judged(
    0,
    "is-keep-safe",
    "is|are|be|was|were [ keep ] safe|clean|secure|warm|private|separate|confidential|up|in|for|to",
    "kept",
    "Your data is keep safe. => Your data is kept safe.",
    "The key is to keep safe.",
  ),
];
