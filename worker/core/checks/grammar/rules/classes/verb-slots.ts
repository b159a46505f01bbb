import { pattern } from "../../engine/pattern-rule.ts";

const ADVERB = "~not|also|always|just|really|never|ever|even|now|still|only|often|usually|probably|then|@R!";
const PERSON = "i|you|he|she|it|we|they|who";
/** Matches a word that can only be the base form of a verb. */
const BASE = "@V&!@NPJDCGRX&aa";
/** Verbs that can follow a relative clause without "that": "what we have include these". */
const GOES_ON =
  "!include&!remain&!depend&!need&!help&!allow&!tend&!seem&!appear&!range&!consist&!involve&!require&!provide&!mean&!come&!become&!say";
/** Words after which "to" begins a verb. */
const BEFORE_TO =
  "want|wants|wanted|need|needs|needed|able|unable|going|try|tries|tried|trying|decide|decides|decided|hope|hopes|hoped|plan|plans|planned|seem|seems|seemed|order|ready|allowed|allows|invited|" +
  "supposed|required|asked|expected|begin|begins|began|beginning|start|starts|started|failed|fail|fails|managed|manage|wish|wishes|like|prefer|continue|continues|continued|how|has|have|had|likely|easy|hard|free|happy|intend|intends|intended|willing|forced|forget|forgot|refuse|refused";
const OBJECT = "<article>|<possessive>|<object>|you|it|this|these|those|some|all|any";
const PLACE = "by|in|on|at|with|from|for|using|every|daily|as|into|to";
/** Nouns that a bare verb can explain: "the trick is keep stirring". */
const EXPLAINED =
  "!aim&!goal&!plan&!job&!idea&!answer&!advice&!trick&!secret&!rule&!tip&!step&!thing&!key&!point&!task&!option&!solution&!best&!do&!did&!can&!need&!motto&!message&!command&!will&!now";

/** Holds rules for words that cannot be the verb that their place asks for, for any word of these classes. */
export const VERB_SLOTS = [
  pattern(
    "modal-near",
    [
      `${PERSON}|which <modal> ${ADVERB} [ @N&!@VXPJ&aa&!comp&!boot ] ${OBJECT}|@G|to|not|$|.`,
      `${PERSON} <modal> ${ADVERB} [ due ] ${OBJECT}|that|$|.`,
    ],
    "{4~V}",
    ["We will sen you a letter. => We will send you a letter.", "I can ad it to the list. => I can add it to the list."],
    ["Who would people ask?", "You can time it.", "You can boot the server.", "They will man the stall."],
  ),
  pattern(
    "modal-adjective",
    `${PERSON} <modal> ${ADVERB} [ @J!&aa&!likely&!better&!careless&!welcome ] for|to|of|about|if|that|with`,
    "be {4}",
    "Who would responsible for this? => Who would be responsible for this?",
    "You will be responsible for this.",
  ),
  pattern(
    "modal-participle",
    `${PERSON} would|should|could|might|must|may ~not|never|also [ @C!&!@D ] ${OBJECT}|there|to`,
    "have {4}",
    "You should seen it. => You should have seen it.",
    "You should come here, and he would run to it.",
  ),
  pattern(
    "to-third-person",
    [`${BEFORE_TO} to ~not|also [ @Z&!@NPJDX ]`, "^ to [ @Z&!@NPJDX ] <determiner>"],
    "{4:V}",
    "She seems to includes it. => She seems to include it.",
    "The list that we link to includes all.",
  ),
  pattern(
    "to-past",
    [
      `${BEFORE_TO}&!invited to [ aa&@DC&!@VNJRX ]`,
      `${BEFORE_TO}&!has&!have&!had&!like&!how&!invited to [ aa&@D&!@VNX ] ${OBJECT}|$|.`,
    ],
    "{3:V}",
    ["He decided to renamed it. => He decided to rename it.", "She seemed to noticed us. => She seemed to notice us."],
    "We went on to cut it, and had to put it back.",
  ),
  pattern(
    "to-participle",
    "begin|begins|began|beginning|try|tries|tried|trying|want|wants|wanted|decide|decides|decided|plan|plans|planned|hope|hopes|wish to [ @G&!@NJ&!being&!fucking&!having ]",
    "{3:V}",
    "I am beginning to adding them. => I am beginning to add them.",
    "From start to opening.",
  ),
  pattern(
    "to-near",
    `want|wants|wanted|need|needs|able|trying|tried|decided|hope|hoped|going|forgot|how|like|ready to [ @N!&aa|due ] ${OBJECT}`,
    "{3~V}",
    "I forgot to sen it. => I forgot to send it.",
    ["It is ready to man the stalls.", "We are going to school this week."],
  ),
  pattern(
    "did-third-person",
    [
      `^|what|how|why|when|where does|do|did this|that|it|he|she|they|you|we [ @Z&!@NJX ] ?|<determiner>|<object>|to|in|on|at|with|$`,
      `what|how|why|when|where does|do|did @NP [ @Z&!@NPJX ]`,
    ],
    "{4:V}",
    "How does yeast behaves? => How does yeast behave?",
    ["What does the trick.", "How does that time suit?"],
  ),
  pattern(
    "did-we-moved",
    `^|why|where|when|how|what does|did|do i|you|he|she|it|we|they ~also|ever|really [ @D&!@VNX ] ${OBJECT}|to|in|on|at|from|with|into|so|that|?`,
    "{5:V}",
    "Why did we moved to York? => Why did we move to York?",
    "What he did moved us.",
  ),
  pattern(
    "have-past",
    [
      `<have>|<have-short> ${ADVERB} ~really [ @D&!@CVNJX&!showed ]`,
      `${PERSON}|@N! has|have|had|<have-short> ~not|never|already|just|also [ @D&!@CVX&!saw&!left&!showed ] !@NP`,
      "^|and|but|when|where|why have|has|had <subject> ~ever|already|just|also [ @D&!@CVX ] !@NP",
    ],
    "{4:C}",
    [],
    ["He has saw marks on his desk.", "They have had it.", "The bread had rose water in it."],
  ),
  pattern(
    "have-base",
    `${PERSON} has|haven't|hasn't|have|had ~not|never|already|just|also [ ${BASE}&${GOES_ON}&!lower&!write&!practise&!practice ] ${OBJECT}|@NP|in|on|at|to|from|by|.`,
    "{4:C}",
    "She has receive the parcel. => She has received the parcel.",
    ["All we have include lunch.", "They have become old."],
  ),
  pattern(
    "have-near",
    "have|has|had|haven't|hasn't ~not|never|already|just|also [ @N!&aa ] <object>|you",
    "{3~C}",
    "I have sen you the list. => I have sent you the list.",
    "We have friends you know.",
  ),
];

/** Holds rules for verbs after a form of "be" that are neither participles nor nouns. */
export const AFTER_BE = [
  pattern(
    "he-is-base",
    `^|and|but|because|that|when|if he|she|we|they|i|you|who is|are|was|were|am|isn't|aren't ${ADVERB} [ @V&!@JXD&!part&!half&!head&!staff&!home&!top&!host ] <article>|<possessive>|<object>`,
    "{5:G}",
    "She is run the shop. => She is running the shop.",
    ["She is heading the club.", "We are family."],
  ),
  pattern(
    "bread-is-bake",
    [
      `the|our|all|your|my|this|his|her|their ~@J @N&!@PX&${EXPLAINED} is|was|isn't|wasn't ${ADVERB} [ ${BASE}&!be&!beset&!lower ] ${PLACE}`,
      `~the ~@J @P&!@N&!<subject> are|were|aren't|weren't ${ADVERB} [ ${BASE}&!be&!beset&!lower ] ${PLACE}`,
    ],
    "{6:C}",
    [
      "Our bread is bake on the premises. => Our bread is baked on the premises.",
      "The chairs are make by hand. => The chairs are made by hand.",
    ],
    ["The answer is look in the box.", "The thing to do is stay in bed."],
  ),
  pattern(
    "pump-is-work",
    "@NP is|are|was|were ~not|still|now|all [ work|function|operate|perform ] ~just|very fine|well|properly|correctly|perfectly|great|smoothly|hard|again",
    "{4:G}",
    "The oven is work just fine. => The oven is working just fine.",
    "The best part is work done well.",
  ),
  pattern(
    "am-surprise",
    "<be-short>|am|are ~not ~very|really|so|also|not|too|always [ surprise|interest|confuse|excite|disappoint|please|delight|annoy|frustrate|satisfy|concern|convince|locate|suppose|relate|involve|embarrass|amaze|impress|bore|exhaust|overwhelm ] that|by|to|in|with|at|about",
    "{4:C}",
    ["I am surprise that it works. => I am surprised that it works.", "We're locate in York. => We're located in York."],
    ["They please me with it.", "It is of interest to us."],
  ),
  pattern(
    "was-went",
    `^|and|but|because|that|@N&!@X am|is|are|was|were|wasn't|weren't|isn't ~not|also|always [ @D&!@CVJX&!became&!saw&!left ]`,
    "{4:C}",
    "The cake was ate by noon. => The cake was eaten by noon.",
    "What it was became clear.",
  ),
  pattern(
    "never-be-able",
    "am|is|are|was|were|i'm|he's|she's|they're|we're ~not [ never|always|not|also|often|soon be able ]",
    "{3} able",
    "They are never be able to come. => They are never able to come.",
    "They will never be able to come.",
  ),
  pattern(
    "am-not-be",
    "^|and|but|because i|he|she|it|we|they|you am|is|are|was|were [ not|never|also|always be @J! ]",
    "{4} {6}",
    "I am not be happy. => I am not happy.",
    "I am not to be late.",
  ),
];
