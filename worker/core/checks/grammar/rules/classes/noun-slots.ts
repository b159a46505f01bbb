import { pattern } from "../../engine/pattern-rule.ts";

/** Matches a word that can only be the base form of a verb. */
const BASE = "@V&!@NPJDCGRX&aa";
/** Verbs that are used as nouns, though word lists do not say so. */
const USED_AS_NOUNS =
  "!think&!rethink&!rummage&!quote&!prepay&!accord&!affect&!construct&!employ&!elect&!edit&!insert&!spin&!treat&!sell&!deploy&!confirm&!redeploy&!concern&!interact&!catch&!commute&!refresh&!restore&!please&!lick&!reveal&!invite&!ask&!spend&!install&!build&!read&!compute&!send&!submit&!listen&!rebuild&!rewrite&!reset&!exhale&!inhale&!restart&!redo&!undo&!add&!become&!eat&!know&!go&!prequel&!adapt&!disconnect&!uninstall&!update&!upload&!download&!overwrite&!merge&!commit&!fetch&!delete&!include&!require&!learn&!obtain&!improve&!fail&!pass&!reinforce";
/** Leaves out verbs after which an adjective may name people who do something: "help the repentant grow". */
const NO_HELP =
  "!help&!helps&!helped&!helping&!let&!lets&!letting&!make&!makes&!made&!making&!see&!sees&!saw&!seeing&!watch&!watched&!watching&!hear&!heard";
const AFTER = ".|,|!|;|:|)|$|of|is|was|were|are|to|for|from|in|at|on|that|which|with|by|about|between|has|will";

/** Holds rules for words that cannot be the noun, or the adverb, that their place asks for. */
export const NOUN_SLOTS = [
  pattern(
    "noun-for-verb",
    [
      `${NO_HELP} a|an|the|my|your|his|our|their|another|every ~first [ ${BASE}&${USED_AS_NOUNS} ] ${AFTER}`,
      `${NO_HELP} a|an|the|this|my|your|his|our|their|another|every @J&!@NVCXUP&!most&!more&!few&!two [ ${BASE}&${USED_AS_NOUNS} ] ${AFTER}`,
    ],
    "{4:E}",
    [],
    [
      "Have a think about it.",
      "The first to arrive is the best.",
      "Read the install guide.",
      "Let the poor decide and act.",
      "They help the repentant grow in grace.",
    ],
  ),
  pattern(
    "particle-noun",
    "a|an|the|this|these|those|another|any|every|my|our ~@J&!@N&!content&!few [ aa&@VZ up|down|out|off|over|away|back ] .|,|!|?|$|was|were",
    "{3+4}",
    "It was a knock out. => It was a knockout.",
    ["The work out of doors is over.", "I saw the turn off the road."],
  ),
  pattern(
    "step-a-side",
    "step|steps|stepped|set|put|move|moved|go|went|keep|kept [ a side|way|part ] .|,|$|from|to|for|!",
    "{2+3}",
    [],
    "Put it on a side to cool.",
  ),
];

const FLAT =
  "!half&!two&!three&!four&!five&!alone&!enough&!likely&!first&!last&!long&!best&!better&!well&!right&!little&!much&!more&!most&!less&!least&!fast&!hard&!early&!late&!daily&!still&!even&!just&!only&!far&!near&!double&!next&!all&!both&!pretty&!top&!free&!live&!single&!cold&!dry&!hand&!mass&!fine&!deep&!high&!low&!self&!loud&!clean&!clear&!close&!short&!wide&!tight&!straight&!sure&!wrong&!due&!cross&!counter&!quick&!slow&!one&!other&!own&!such&!same&!few&!many&!several&!poor&!rich&!young&!old&!dead&!sick&!guilty&!black&!white&!later";

const DEGREE =
  "high|strong|complete|total|easy|full|careful|special|regular|proper|direct|automatic|recent|perfect|beautiful|professional|original|general|usual|traditional";
const DONE =
  "recommended|located|decorated|maintained|equipped|trained|designed|called|made|used|found|destroyed|known|prepared|presented|updated|added|booked|connected|accessed|seen";

/** Holds rules for adjectives before a verb, where an adverb is due. */
export const ADVERB_SLOTS = [
  pattern(
    "adjective-before-verb",
    [
      `i|you|he|she|it|we|they|who|nobody <modal>|don't|doesn't|didn't|do|does|did ~not|also [ @J&!@VDCGX&aa&${FLAT} ] @V&!@NJX`,
      `i|you|he|she|it|we|they|nobody ~also ~not [ @J&!@VDCGX&aa&${FLAT} ] @V&!@NJX`,
      `^|and|but|that|if|because|, i|you|he|she|we|they|nobody ~also [ @J&!@VDCGX&aa&${FLAT} ] <modal>|have|has|had`,
      `want|wants|tried|trying|try|need|needs|able|how|like|order|which|you to ~not [ @J&!@VDCGX&aa&${FLAT} ] @V&!@NJX`,
      `i|you|he|she|it|we|they have|has|had|haven't|hasn't ~not [ @J&!@VDCGX&aa&${FLAT} ] @C&!@JNP <article>|<possessive>|this|that|it|them|.|,|to`,
    ],
    "{4:L}",
    ["It can possible arrive late. => It can possibly arrive late."],
    ["I best be off.", "She first met us there, and we last saw her in May.", "You can old-fashion it."],
  ),
  pattern(
    "adjective-before-participle",
    [`is|are|was|were|been|be|comes [ ${DEGREE} ] @C&!@JND`, `is|are|was|were|been|be|comes [ ${DEGREE} ] ${DONE}`],
    "{2:L}",
    "This walk is high recommended. => This walk is highly recommended.",
    ["It is full grown.", "The meal is special, made for you."],
  ),
];
