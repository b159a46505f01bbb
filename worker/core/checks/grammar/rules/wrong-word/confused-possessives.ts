import { pattern } from "../../engine/pattern-rule.ts";

/**
 * Matches a noun that cannot be a verb or an adjective. After "it's" or "you're" it lacks an article, or the apostrophe is wrong.
 */
const THING =
  "@N&!@RXDCGJ&aa&!time&!fun&!magic&!love&!nonsense&!rubbish&!news&!work&!dinner&!lunch&!breakfast&!home&!family&!heaven";
const THINGS = "@P&!@NXJVDC&aa";
/** Matches a verb that can follow its subject. */
const VERB = "is|are|was|were|has|had|will|can|must|should|comes|works|looks|makes|offers|gives|needs|starts|means|@Z!";
/** Lists verbs that take a thing as their object but not a clause, so that "it's" cannot follow them. */
const HANDLE =
  "has|have|had|lost|loses|lose|change|changes|changed|keep|keeps|kept|wag|wags|wagged|use|uses|used|open|opens|opened|close|closes|closed|improve|improves|improved|offer|offers|offered|celebrate|celebrates|celebrated|reach|reaches|reached|increase|increased|expand|expanded|lift|lifted|enjoy|enjoys|enjoyed|love|loves|loved";
const PREPOSITION = "of|in|with|for|from|to|by|about|into|at|through|inside|under|behind|without|near|despite|beyond|within";
const CLAUSE = "^|and|but|because|if|when|where|,|that|so|while";

/** Lists rules for "it's" and "its", "you're" and "your", and "who's", which use the words around them. */
export const CONFUSED_POSSESSIVES = [
  pattern(
    "its-thing-verb",
    [
      `${CLAUSE}|;|of|as [ it's ] ~main|front|back|new|old|current|original|first|last|beautiful|full|final ${THING} ${VERB}`,
      `${CLAUSE}|; [ it's ] ~main|front|back|new|old|current|original|beautiful @P&!@NXJV are|were|have|will|can|include|come`,
    ],
    "its",
    [
      "It's price includes delivery. => Its price includes delivery.",
      "The mug is blue and it's handle is green. => The mug is blue and its handle is green.",
      "It's walls are white. => Its walls are white.",
      "It's front door is open. => Its front door is open.",
    ],
    [
      "It's time to go.",
      "It's fun and it's magic.",
      "It's love that makes the world go round.",
      "It's people who make the difference.",
      "It's true love is blind.",
    ],
  ),
  pattern(
    "its-thing-after",
    [
      `${PREPOSITION} [ it's ] ${THING}`,
      `${PREPOSITION} [ it's ] @P&!@NXJV`,
      `${HANDLE} [ it's ] ~own|new|old ${THING}`,
      `${HANDLE} [ it's ] @P&!@NXJV`,
      `^ the|a|our|this|every ~@J @NP and [ it's ] ${THING}`,
    ],
    "its",
    [
      "The house is known for it's garden. => The house is known for its garden.",
      "The dog wagged it's tail. => The dog wagged its tail.",
      "Each room has it's bathroom. => Each room has its bathroom.",
      "The tour and it's guide. => The tour and its guide.",
    ],
    [
      "I think it's water.",
      "Come in, it's cold.",
      "We know it's love.",
      "The place we went to, it's great.",
      "I love it: it's home.",
      "This is what I think of: it's fun.",
    ],
  ),
  pattern(
    "its-true",
    [
      '^|that|but|because|and|if|when|think|so|hope|know|sure|, [ its ] @J&!@NXGDCV =|to|that&!“&!"&!‘&!(&!-&!–',
      "if|when|that|because|think|hope|know|says|until [ its ] broken|closed|finished|ready|true|gone|done|open|free|late|cold|hot|wet|dark|empty|full =",
    ],
    "it's",
    [
      "We make the best bread and its true. => We make the best bread and it's true.",
      "Its easy to get here. => It's easy to get here.",
      "We think its great. => We think it's great.",
      "If its broken, we fix it. => If it's broken, we fix it.",
    ],
    [
      "Its easy access.",
      "It has its own.",
      "We know its true value.",
      "Its best room is taken.",
      "Its strict “no shoes” rule is new.",
    ],
  ),
  pattern(
    "its-time",
    [
      "^|and|but|,|think|now|so|because|that [ its ] time to|for|you|we",
      "^|and|but|when|if|,|think|because|that [ its ] raining|snowing|getting|happening",
      "^ [ its ] in|on|at|for|from the|our|a",
      "^ [ its ] all about",
      "^ [ its ] no|my|your|our|what|why|how|because|nice|so",
    ],
    "it's",
    [
      "Its time to go. => It's time to go.",
      "Its raining outside. => It's raining outside.",
      "Its in the garden. => It's in the garden.",
      "Its all about cakes. => It's all about cakes.",
    ],
    ["In its time to market it wins.", "Its all-day menu is new.", "Its very nature."],
  ),
  pattern("youre-own", "[ you're ] own", "your", "Bring you're own mug. => Bring your own mug."),
  pattern("youre-self", ["[ you're self ]", "by|for|it|do|see|try [ your self ] =|$|and|or|to|with"], "yourself", [
    "See for you're self. => See for yourself.",
    "Do it your self. => Do it yourself.",
  ]),
  pattern(
    "youre-thing-after",
    [
      `${PREPOSITION}|on|your [ you're ] ~free|new|first|next|own|local|old ${THING}`,
      `${PREPOSITION}|on [ you're ] ~free|new|first|next|local|old ${THINGS}`,
      `like|love|value|enter|bring|send|use|share|choose|pick|book|order|change|update|get|take|protect|respect|improve|call|make|build|grow|start|plan|design|find|lose|keep|save|upload|check|understand|give|need ~us|me [ you're ] ~free|new|first|next|local|old @NP&!@RXDCGJ&!family&!home`,
      `what|where|who|when|how is|are|was|were [ you're ] @NP&!@RXDCGJ`,
      "to|for|of|in|at|near|with|on|meet|understand|know [ you're ] ~free|own needs|home|house|quote|quotes|email|password|feet",
      `^ is|was|are|were this|that|these|those|it|there [ you're ] @NP&!@RXDCGJ`,
    ],
    "your",
    [
      "We bring it to you're door. => We bring it to your door.",
      "I like you're idea. => I like your idea.",
      "Ask for you're free copy. => Ask for your free copy.",
      "What is you're name? => What is your name?",
      "Is this you're bag? => Is this your bag?",
      "We understand you're needs. => We understand your needs.",
    ],
    ["We know you're busy.", "Where you live you're safe.", "What you're after is here.", "I like that you're free."],
  ),
  pattern(
    "youre-thing-verb",
    [
      `${CLAUSE} [ you're ] ~new|old|whole ${THING} is|was|will|can|must|should|has|had|needs|deserves|comes|starts`,
      `${CLAUSE} [ you're ] ~new|old|whole @P&!@NXJV are|were|will|can|must|should|have|had`,
    ],
    "your",
    ["You're dog will love it. => Your dog will love it.", "You're photos are safe. => Your photos are safe."],
    ["You're right.", "If you're family, come in.", "You're home, and dinner is ready."],
  ),
  pattern(
    "your-happy",
    [
      "hope|think|know|sure|if|when|that|because|glad|unless|until|wherever [ your ] @J&!@NXGDCV =|with|to|about|at|and&!,",
      "if|when|that|because|while|unless|hope|think|know|where [ your ] coming|visiting|staying|moving|going|searching|buying|travelling|traveling|planning|leaving|arriving|driving ~@R =|to|for|from|in|on|by|a|the|with|at",
      "^|and|so|but|that|, [ your ] going to love|be|need|want|have|like|see|enjoy|find|get|miss|hear|learn",
    ],
    "you're",
    [
      "We hope your happy with it. => We hope you're happy with it.",
      "Let us know if your coming. => Let us know if you're coming.",
      "Your going to love it. => You're going to love it.",
    ],
    [
      "If your happy customers tell others, good.",
      "Know your visiting times.",
      "Your going to Rome surprised us.",
      "We know your open questions.",
    ],
  ),
  pattern(
    "whos-name",
    "@NP|those|someone|anyone|and|or [ who's ] name|names|car|house|job|idea|life|parents|birthday|children|dog|son|daughter|face|voice|dream",
    "whose",
    "A man who's name I forgot. => A man whose name I forgot.",
    "Anyone who's home can come.",
  ),
  pattern(
    "theyre-thing-verb",
    [
      `^|and|but|because|, [ they're ] ${THING} is|was|will|can|has|had`,
      "^|and|but|because|, [ they're ] @P&!@NXJV are|were|will|can|have|had",
      `like|bring|left|keep|take|took|lost|sell|sold|changed|opened|love|loves|enjoy|share ~all [ they're ] @NP&!@RXDCGJ`,
    ],
    "their",
    [
      "They're house is big. => Their house is big.",
      "They're cakes are good. => Their cakes are good.",
      "We like they're cakes. => We like their cakes.",
    ],
    ["They're friends, and they're home.", "I like that they're here."],
  ),
  pattern(
    "there-thing-after",
    "bring|brings|brought|leave|left|lost|take|takes|took|keep|kept|enjoy|enjoyed|love|loved|park|wash|share|sold|sell [ there ] @NP&!@RXDCGJ&!<unit>&!<units>&!people&!things&!time&!times&!weekends&!today",
    "their",
    ["Customers bring there dogs. => Customers bring their dogs.", "They left there bags here. => They left their bags here."],
    ["We left there hours ago.", "What they brought there is gone.", "I love there being music."],
  ),
  pattern(
    "there-very",
    [
      "^|and|but|because|, [ there ] very|really|extremely|so @J&!@N&!many&!much&!few .|,|!|and|to|with",
      "^|and|because [ there ] the best =|in|of|on",
    ],
    "they're",
    ["There very friendly. => They're very friendly.", "There the best in town. => They're the best in town."],
    ["There so many went.", "There the best men met."],
  ),
];
