import { pattern } from "../../engine/pattern-rule.ts";

/** Lists rules for pairs of common words that are confused: then and than, loose and lose, affect and effect. */
export const CONFUSED_PAIRS = [
  pattern(
    "more-then",
    [
      "rather|other|fewer|greater|larger|smaller|higher|lower|older|younger|faster|slower|longer|shorter|bigger|hotter|colder|stronger|cheaper|taller|nicer|more|less [ then ] <possessive>|<object>|<article>|<number>|that|this|those|one|ever|before|any|others|most|it'd|expected|usual|just|what|us",
      "more|less @JR ~@NP [ then ] <object>|<article>|that|this|those|one|ever|any|expected|usual|what|others",
    ],
    "than",
    [
      "He is older then me. => He is older than me.",
      "A less good choice then one would think. => A less good choice than one would think.",
    ],
    ["Do more, then rest.", "If it is better, then take it."],
  ),
  pattern("less-then-number", "less|more|fewer|greater [ then ] @U", "than", "Use more then 10. => Use more than 10."),
  pattern(
    "than-it-became",
    "^ [ than ] it|he|she|they|we|i|you|the",
    "then",
    "Than it became clear. => Then it became clear.",
    "Than whom nobody is better.",
  ),
  pattern(
    "if-than",
    "since|until|back|now|by|and|just|only [ than ] $|.|,|;",
    "then",
    "It has been so since than. => It has been so since then.",
  ),
  pattern(
    "loose-verb",
    [
      "to|will|would|can|could|might|may|don't|didn't|doesn't|not|won't|never|i|you|we|they|always [ loose ] <article>|<possessive>|<object>|it|that|this|weight|money|time|control|data|interest|focus|so|hope|everything|anything|sight|track|touch|access|all|some|any|information|sleep|faith|confidence",
    ],
    "lose",
    ["I always loose the key. => I always lose the key.", "You can loose weight. => You can lose weight."],
    "Let the dogs loose in the park.",
  ),
  pattern(
    "lose-adjective",
    "a|the|too|very|is|are|was|were|so [ lose ] =|fit|ends|end|change|screw|wire|connection|clothes|fitting",
    "loose",
    "The screw is lose. => The screw is loose.",
    "What you have to lose.",
  ),
  pattern(
    "affect-noun",
    [
      "the|an|no|any|little|adverse|immediate|desired|opposite|profound|lasting|primary|main|big|huge|great [ affect ] of|on|upon|=",
      "negative|positive [ affect ] of|on|upon",
      "take|takes|took|taken|taking|side|greenhouse|domino [ affect ]",
    ],
    "effect",
    ["It was to no affect. => It was to no effect.", "The ban took affect. => The ban took effect."],
    ["Things that affect on-site staff.", "It measures positive affect."],
  ),
  pattern(
    "affect-after-cause",
    "cause and [ affect ]",
    "effect",
    "The law of cause and affect. => The law of cause and effect.",
  ),
  pattern(
    "side-affects",
    "side|greenhouse|special|sound|harmful|lasting|long-term [ affects ]",
    "effects",
    "The drug has side affects. => The drug has side effects.",
  ),
  pattern("side-affect-hyphen", "[ side-affect ]", "side effect", "A side-affect of it. => A side effect of it."),
  pattern("side-affects-hyphen", "[ side-affects ]", "side effects", "The side-affects of it. => The side effects of it."),
  pattern(
    "effect-verb",
    "might|may|will|can|could|would|should|won't|can't|doesn't|don't|didn't|couldn't|wouldn't|shouldn't|not|to ~also|adversely|directly|negatively|really|greatly|seriously|not [ effect ] <article>|<possessive>|<object>|how|this|that|these|those|our|people|it|all|everyone !change&!changes&!cure&!repair&!repairs&!transfer&!transition&!sale",
    "affect",
    ["That might effect the price. => That might affect the price."],
    "The law will effect a change in how we work.",
  ),
  pattern(
    "effected",
    "would've|have|has|had|was|were|is|are|been|not|badly|adversely [ effected ] <article>|<possessive>|by|him|them|us",
    "affected",
    "They were effected by it. => They were affected by it.",
  ),
  pattern(
    "quiet-a",
    [
      "!<be-now>&!be&!been&!stay&!keep&!so&!very&!too [ quiet ] a|an few|bit|while|number|list|good|long|big|large|small|different",
      "there|it|this|that <be-now> [ quiet ] a|an few|bit|number|list|good|long|big|large|small|different",
      "!<be>|is|was [ quiet ] a ~@J @N $|.|,|!",
      "am|is|are|was|were|i'm|it's|he's|she's|not [ quiet ] new|good|right|sure|different|easy|hard|simple|common|useful|large|small|big|old|young|happy|nice|similar|well|often|important|interesting|likely|some",
    ],
    "quite",
    ["That's quiet a list. => That's quite a list.", "I am quiet new here. => I am quite new here."],
    ["It is quiet and small.", "They are people who are quiet a lot of times.", "The streets are quiet a few hours later."],
  ),
  pattern("be-quite", "be|keep|stay|very|too|so|please [ quite ] $|.|,|!|?|and", "quiet", "Be quite! => Be quiet!"),
  pattern(
    "advise-noun",
    [
      "give|gave|some|any|the|good|your|my|his|her|their|our|of|more|for|legal|medical|bad|best|this [ advise ] =|on|about|to|for|from|from&!@U|and",
      "give|gives|gave ~me|you|him|her|us|them [ advise ]",
    ],
    "advice",
    ["Please give me advise. => Please give me advice.", "He ignored my advise. => He ignored my advice."],
    "My job is to advise people.",
  ),
  pattern(
    "advice-verb",
    "to|will|would|can|could|should|must|i|we|they|please&!of|strongly [ advice ] you|him|them|us|against|people|customers|that|everyone|anyone|users",
    "advise",
    "I would advice you to go. => I would advise you to go.",
    [],
  ),
  pattern(
    "here-verb",
    [
      "can|can't|could|couldn't|don't|didn't|won't|will [ here ] you|him|me|them|from|about|what",
      "glad|nice|good|sorry|happy|surprised|pleased|want|wants|like to [ here ]",
    ],
    "hear",
    ["I can here you! => I can hear you!", "Sorry to here that. => Sorry to hear that."],
    "You don't have it here from us.",
  ),
  pattern(
    "hear-place",
    "right|click|come|over [ hear ] $|.|,|!|?|for|to",
    "here",
    "Click hear to see it. => Click here to see it.",
  ),
  pattern(
    "were-where",
    [
      "from|place|places|know|see|find|went|go|exactly [ were ] i|he|she|it|we|they|you",
      "^ [ were ] do|does|did|can|is|to|has",
    ],
    "where",
    ["Were do you live? => Where do you live?", "This is the place were we met. => This is the place where we met."],
    "From what I know, were they late?",
  ),
  pattern(
    "where-were",
    "^|and|but|when|because|that|if|, we|you|they|there [ where ] @G|not|very|so|too|many|some|several|no|born",
    "were",
    "They where going home. => They were going home.",
  ),
  pattern(
    "weather-whether",
    [
      "know|knows|decide|see|ask|asked|wonder|sure|determine|check|on|of|about [ weather ] or|to|you|it|i|he|she|they|we|the|this|there",
      "[ weather ] or not",
    ],
    "whether",
    "I wonder weather it works. => I wonder whether it works.",
  ),
  pattern(
    "whether-weather",
    "the|bad|good|nice|cold|hot|warm|wet|dry|rainy|stormy [ whether ] is|was|will|forecast|conditions",
    "weather",
    "The whether is fine. => The weather is fine.",
    [],
  ),
  pattern(
    "to-good",
    [
      "is|are|was|were|it's|be|been|that's|way [ to ] many|much|often|few",
      "is|are|was|were|it's|be|been|that's|way [ to ] good|bad|late|early|big|small|old|young|expensive|large|difficult|dangerous|busy|tired !@NP&!:NN&!:NNS",
    ],
    "too",
    "It is to good to be true. => It is too good to be true.",
    "Their mission is to young carers.",
  ),
  pattern(
    "too-verb",
    [
      "want|wants|wanted|need|needs|have|has|had|going|able|try|trying|used|order|how|like|likes|try|ready [ too ] @V&!@JR !many&!much",
      "give|gave|go|goes|went|going|come|expanded|send|sent|talk|listen|due|according|next|close|lead|leads|related [ too ] <article>|<possessive>|all|this|that|me|him|us|them",
    ],
    "to",
    ["I want too go. => I want to go.", "Give it or go too the dog. => Give it or go to the dog."],
    ["They want too much, and I come too.", "It has too darn many names."],
  ),
  pattern(
    "too-determiner",
    "!=&!<subject>&!it [ too ] the|our|their|his|my|these|those @NPJ",
    "to",
    "Give the bone too the dog. => Give the bone to the dog.",
  ),
  pattern(
    "form-from",
    [
      "came|come|comes|coming|far|different|away|apart|back|received|taken|download|downloaded|learn|suffer|suffers|suffering|range|ranges|ranging|derived|benefit|prevent|protect|aside|results|obtained|directly|away [ form ] <article>|<possessive>|<object>|other|others|all|each|this|that|these|@U|home|here|there|where",
    ],
    "from",
    [
      "He came form the north. => He came from the north.",
      "It differs and is far form the end. => It differs and is far from the end.",
    ],
    [],
  ),
  pattern(
    "from-form",
    "contact|registration|application|order|online|this [ from ] below|above|is|has|to",
    "form",
    "Use the contact from below. => Use the contact form below.",
    "You may order from us.",
  ),
  pattern(
    "extend-noun",
    [
      "some|what|great|large|certain|lesser|same|an|full|fullest|the|greater|limited [ extend ] of|to|that|the|,|.|permitted|possible|in|as",
    ],
    "extent",
    [
      "To the extend permitted by law. => To the extent permitted by law.",
      "To some extend, it works. => To some extent, it works.",
    ],
    [],
  ),
  pattern(
    "accept-except",
    "done|everything|nothing|nobody|same [ accept ] for|that|when",
    "except",
    "It is done accept for this. => It is done except for this.",
  ),
  pattern(
    "except-verb",
    "to|will|would|can|cannot|don't|not|can't|please|won't [ except ] <article>|<possessive>|cookies|cash|payment|payments|responsibility|credit|all|any|it|them|this|these",
    "accept",
    "We do not except the risk. => We do not accept the risk.",
    [],
  ),
  pattern(
    "principle-principal",
    [
      "the|a|school|our|my [ principle ] investigator|engineer|author|reason|component|components|source|designer|architect|amount|balance|residence|dancer",
      "school|vice|assistant [ principle ]",
    ],
    "principal",
    "He is the principle investigator. => He is the principal investigator.",
  ),
  pattern(
    "in-principal",
    [
      "in [ principal ] ,|.",
      "basic|guiding|fundamental|simple|general [ principal|principals ] of|that|behind|is|are|=",
      "on [ principal ] ,|.",
    ],
    "principle",
    "In principal, it works. => In principle, it works.",
  ),
  pattern(
    "complains",
    [
      "the|are|any|many|some|no|your|our|their|these|customer|about|several [ complains ] =|about|from|of|that|are|were|and",
      "are|were|many|no|customer [ complains ]",
    ],
    "complaints",
    "There are complains from us. => There are complaints from us.",
  ),
  pattern(
    "complain-noun",
    "a|the|my|our|your|biggest|formal|this|no|only|any [ complain ] =|about|is|was|from|against|that",
    "complaint",
    "This is our biggest complain. => This is our biggest complaint.",
  ),
  pattern(
    "believe-noun",
    "my|strong|the|a|religious|common|his|her|their|our|popular|firm|general [ believe ] =|that|of|in|is|was",
    "belief",
    "It is my strong believe that it works. => It is my strong belief that it works.",
  ),
  pattern(
    "believes-noun",
    "different|religious|common|political|personal|strong|these|core|moral [ believes ]",
    "beliefs",
    "They have different believes. => They have different beliefs.",
  ),
  pattern(
    "though-through",
    [
      "read|reads|go|goes|going|went|gone|look|looking|looked|come|came|walk|walking|walked|run|running|get|getting|got|pass|passed|browse|search|searching|click|scroll|breeze|live|lived|half|way [ though ] <article>|<possessive>|this|that|these|those|it|all|each|every|some",
    ],
    "through",
    [
      "Read though this text. => Read through this text.",
      "He is going though a hard time. => He is going through a hard time.",
    ],
    "He lived, though the house fell.",
  ),
  pattern(
    "through-thorough",
    "a|very|more|most|the [ through ] review|analysis|discussion|understanding|investigation|examination|test|search|check|look|study|knowledge|cleaning|job|guide|introduction|explanation",
    "thorough",
    "It lacks a through discussion. => It lacks a thorough discussion.",
  ),
  pattern(
    "exited",
    "so|very|really|too|super|i'm|we're|quite|more [ exited ] about|to|for|by|and|!|.",
    "excited",
    "She is very exited about it. => She is very excited about it.",
  ),
  pattern(
    "i-thing",
    "^|,|and|but i|you|we|they [ thing|thin ] ~that|so|it|he|she|i|you|we|they|the|this",
    "think",
    "I thing that it works. => I think that it works.",
  ),
  pattern("i-life", "i|we|they|you [ life ] in|at|here|there|on|near|with", "live", "I life in Moscow. => I live in Moscow."),
  pattern(
    "cold-could",
    [
      "i|you|he|she|we|they|it|who|that [ cold ] not|have|do|be|go|see|get|make|find|take|hear|say|help|use",
      "^ [ cold ] i|you|we|they|he|she|it|anyone|somebody|someone",
    ],
    "could",
    "All he cold do. => All he could do.",
  ),
  pattern(
    "no-not",
    "could|would|should|does|did|do|will|can [ no ] @V&!@NJR&!longer&!more",
    "not",
    "She does no understand. => She does not understand.",
  ),
];
