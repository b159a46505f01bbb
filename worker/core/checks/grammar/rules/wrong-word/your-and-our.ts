import { judged, pattern } from "../../engine/pattern-rule.ts";

/** Lists verbs that take only one object, so that "you" and a thing cannot both be objects after them. */
const DONE_TO_ONE =
  "change|check|clean|improve|protect|enjoy|plan|renew|track|update|manage|complete|confirm|cancel|repair|fix|replace|discuss|transform|boost|start|reduce|customise|customize|decorate|submit|upload|reset|view|verify|maximise|maximize|personalise|personalize|schedule|collect|restore|upgrade|share|access|edit|secure|review|sharpen|maintain|increase|forget|enter|celebrate|realise|realize";
const YOUR_THINGS = [
  "@N&!@VRXDCGJ&!<weekday>&!<unit>&!people",
  "@P&!@ZXVRJN&!people&!guys&!folks&!<units>",
  "oil|home|order|house|smile|garden|skin|stay|visit|account|email|roof|tyres|tires|brakes|needs",
];
/** Lists singular nouns that need an article or possessive, so that "you" before them is wrong: "bring you car". */
const ONE_THING =
  "car|van|bike|vehicle|dog|cat|pet|child|baby|phone|laptop|passport|appointment|ticket|table|seat|order|holiday|house|wedding|garden|kitchen|website|account|password|mat|towel|camera|partner|swimsuit|own";
const OF_YOURS =
  "area|home|house|car|business|garden|kitchen|website|family|teeth|skin|life|wedding|property|vehicle|account|inbox|browser|city|town|neighborhood|neighbourhood|budget|own|convenience|event|party|pet|dog|child|room|appointment|holiday|vacation|insurance|treatment|doorstep|comfort|order|visit|stay|team|company";
/** Lists nouns and adjectives that businesses often write after "our". */
const OUR_THING =
  "team|staff|shop|store|website|site|office|offices|showroom|workshop|surgery|clinic|garage|salon|studio|reputation|work|service|services|products|range|customers|clients|patients|guests|members|prices|values|mission|commitment|customer|friendly|experienced|gallery|menu|newsletter|blog|page|terms|privacy|community|history|heritage|servers|system|experts|experience|expertise|company|family|chef|chefs|online";

/** Lists rules for "you" and "your", "are" and "our", "the" and "they", written for each other. */
export const YOUR_AND_OUR = [
  pattern(
    "change-you-oil",
    YOUR_THINGS.flatMap((thing) => [
      `!who&!what&!that&!which&!they&!we&!i&!can&!not&!will ${DONE_TO_ONE} [ you ] ${thing} !@D`,
      `${DONE_TO_ONE} [ you ] ${thing} =|every|for|with|to|before|and|in|at|on`,
    ]),
    "your",
    [
      "We recommend that you change you oil every year. => We recommend that you change your oil every year.",
      "We will change you oil for free. => We will change your oil for free.",
      "Call to discuss you needs. => Call to discuss your needs.",
    ],
    ["The parts that we check you need.", "We protect you today.", "We can update you Monday.", "It will change you people."],
  ),
  pattern(
    "bring-you-car",
    `bring|book|get|take|send|order|sell|choose|find|keep|leave|reserve|drive|park|pick|let|forget|up [ you ] ${ONE_THING} =|in|to|for|with|today|now|online|before|at|on|when|if|along|here|back`,
    "your",
    [
      "Bring you car in for a check. => Bring your car in for a check.",
      "Pick up you order today. => Pick up your order today.",
    ],
    ["We get you car insurance.", "We send you order details.", "We bring you home."],
  ),
  judged(
    0,
    "in-you-area",
    [
      `in|of|at|from|with|to|on|for|about|into|near|inside|throughout|suit [ you ] ${OF_YOURS} =|and|or|with|to|today|online|now`,
      `during|before|after [ you ] ${OF_YOURS}&!@V =|and|or|with|to|today|online|now`,
    ],
    "your",
    [
      "Find a plumber in you area. => Find a plumber in your area.",
      "Thank you for you order and support. => Thank you for your order and support.",
    ],
    [
      "We do it for you, family or not.",
      "What is good for you home cooks know.",
      "Read this before you order.",
      "Call after you visit.",
    ],
  ),
  pattern(
    "your-can-find",
    [
      "^|if|when|that|so|where|and|what|before|once|as [ your ] can ~also|now|always be|have|find|see|hear|book|visit|get|make|order|use|contact|call|choose|enjoy|bring|pay|buy|come|ask|expect",
      "^|if|when|that|so|where|what|once|unless [ your ] require|prefer|decide|have|receive",
    ],
    "you",
    ["Your can find us in town. => You can find us in town.", "If your have time, come. => If you have time, come."],
    ["Your can is empty.", "If your can opener broke."],
  ),
  pattern(
    "is-are-top-priority",
    "@NP&!@X is|remains|always [ are ] top|main|number|first|primary|highest|greatest|biggest|priority|goal|aim|passion|mission|business|speciality|specialty|utmost",
    "our",
    "Your satisfaction is are top priority. => Your satisfaction is our top priority.",
    "All she is are first names.",
  ),
  pattern(
    "proud-of-are-work",
    [
      `proud|range|quality|heart|part|care|selection|member|tour|sure|view|list|behalf|top|copy|rest of [ are ] ${OUR_THING}`,
      `call|contact|email|ask|browse|view|meet|via|through|using|into|trust [ are ] ${OUR_THING}`,
      `disappointed|happy|pleased|satisfied|impressed|delighted with [ are ] ${OUR_THING}`,
      "by [ are ] friendly|team|staff|experienced|expert|professional|dedicated|skilled @NP",
      `stored|available|based|save|held|listed|found|shown|out|follow on [ are ] ${OUR_THING}`,
    ],
    "our",
    [
      "We are proud of are work. => We are proud of our work.",
      "Please call are office. => Please call our office.",
      "It is stored on are servers. => It is stored on our servers.",
      "You are greeted by are friendly staff. => You are greeted by our friendly staff.",
    ],
    ["The things we are proud of are good.", "Those that we call are few."],
  ),
  pattern(
    "we-our-open",
    [
      "^|and|but|that|because|when|if we|you|they [ our ] @JGC|here|not|very|a|an|the|in|at|all|always|still|so|now|fully",
      "@P&!@V [ our ] available|located|included|welcome|subject to|in|at|on|for|from|with|=",
    ],
    "are",
    ["We our open on Monday. => We are open on Monday."],
    ["We, our friends and you.", "The services our friendly staff offer."],
  ),
  pattern(
    "the-are-good",
    "^|and|but|because|when|if|that [ the ] are|were ~not|also|all|always|very|so @JCG|a|the|in|on|at|here|not|very",
    "they",
    "We bake rolls and the are good. => We bake rolls and they are good.",
    "Which of the two are good?",
  ),
  pattern(
    "at-they-best",
    "at|in|of|to|with|from|on|for [ they ] best|whole|same|service|menu|owner|shop|first|next|latest|following|entire",
    "the",
    "One of they best in town. => One of the best in town.",
    "We are early, for they came with it.",
  ),
  pattern(
    "it-you-need",
    "^ [ it|is|of|id ] you have|need|want|require|wish|prefer|would any|a|an|the|to|more|like|help|further|your|our|some",
    "if",
    "It you need more, call us. => If you need more, call us.",
    "Is it you?",
  ),
];
