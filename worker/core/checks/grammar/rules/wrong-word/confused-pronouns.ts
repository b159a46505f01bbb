import { pattern } from "../../engine/pattern-rule.ts";

/** Lists rules for forms of pronouns that are confused: your and you’re, its and it’s, their and there, whose and who’s. */
export const CONFUSED_PRONOUNS = [
  pattern(
    "your-a",
    [
      "^|that|if|when|because|but|and|so [ your ] an|the|so|too|really|always|welcome|never|gonna",
      "^|that|if|when|because|but|and|so [ your ] a&aa",
      "^ [ your ] not !:VBG",
      "that|if|when|because|but|and|so [ your ] not",
    ],
    "you're",
    ["Your not nice. => You're not nice.", "Your welcome. => You're welcome."],
    ["Your so-called friends left.", "Your not having time is a pity.", "Your A record is wrong."],
  ),
  pattern(
    "your-using",
    "if|that|when|because|whether|while|where|what|and [ your ] using|looking|trying|getting|doing|planning|interested|able|ready|supposed|allowed|not|sure|unable|unsure|thinking|wondering|having !@P",
    "you're",
    "See if your using it. => See if you're using it.",
  ),
  pattern("your-beautiful", "^|that [ your ] @J&!@NVGDCRX .|!", "you're", "Your beautiful. => You're beautiful."),
  pattern(
    "your-should",
    "[ your ] should|could|would|might|shouldn't|can't|couldn't|don't|didn't|are|were|haven't|won't",
    "you",
    "Your should stop it. => You should stop it.",
  ),
  pattern(
    "youre-noun",
    "@V|to|in|on|with|of|for|at|from|by&!know&!think&!hope&!feel&!say&!sure&!believe&!guess&!if&!when [ you're ] own|name|email|password|account|site|website|browser|computer|phone|business|company|family|team|order|data|information|needs|life|home|house|@P&!@VZJ",
    "your",
    "Enter you're password. => Enter your password.",
    "We know you're family.",
  ),
  pattern(
    "its-a",
    "^|that|but|because|and|if|when|think|so|hope|know|sure|, [ its ] a|an|the|not|been|too|really|going|just|also|always|never|been|worth|obvious",
    "it's",
    ["Its a pity. => It's a pity.", "I think its too good. => I think it's too good."],
    "Its important role.",
  ),
  pattern(
    "its-own",
    "[ it's ] own|self|contents|name|users|members|predecessor|successor|ability|surroundings|customers|staff|employees|history|origins|roots|size",
    "its",
    "It has it's own name. => It has its own name.",
    "It's way too big.",
  ),
  pattern(
    "preposition-its",
    "of|in|with|for|from|to|on|by|about|into|at|through|lost|has|have [ it's&aa ] @NJ&!@RXDC @NP",
    "its",
    "The dog with it's black tail. => The dog with its black tail.",
    "What I think of it's a secret.",
  ),
  pattern("there-own", "[ there ] own|respective|selves", "their", "They have there own rules. => They have their own rules."),
  pattern(
    "verb-there-noun",
    "love|loved|loves|brought|gave|sold|told|use|used|change|share|improve|lost|took|with|of|for|about|by|into [ there ] @N&!@VRXDCGJ&!north&!south&!east&!west&!today&!tomorrow&!yesterday",
    "their",
    "The parents loved there son. => The parents loved their son.",
    "He used to live there yesterday.",
  ),
  pattern(
    "there-going",
    "^|wherever|that|if|when|because|but|where|think [ there ] going|coming|doing|trying|getting|making|using|looking|supposed|allowed|able",
    "they're",
    "Wherever there going, I follow. => Wherever they're going, I follow.",
    "There being nothing else, we left.",
  ),
  pattern(
    "their-is",
    "^|that|if|when|but|because|and|where [ their ] is|are|was|were|isn't|aren't|will|has|have|must|should|seems|exists|exist",
    "there",
    "Their is a cat. => There is a cat.",
  ),
  pattern(
    "their-are-question",
    "is|are|was|were|isn't|aren't [ their ] a|an|any|some|no|anything|something|anyone",
    "there",
    "Is their a cat? => Is there a cat?",
  ),
  pattern("over-their", "over|up|out|in|down [ their ] $|.|,|?|!", "there", "It is over their. => It is over there."),
  pattern(
    "theyre-noun",
    [
      "about|of|with|for|to|from|in|on|at|by|love|loves|see|are|is|conceptualizing|lost|have|has|use [ they're ] @NPJS&!@G&!not&!also&!all&!in",
      "[ they're ] own",
    ],
    "their",
    "I worry about they're problems. => I worry about their problems.",
  ),
  pattern(
    "whos-noun",
    "by|with|of|about|know|those|people|someone|person|man|woman|and|for|from [ who's ] @NP&!@VGJRXDC",
    "whose",
    ["By who's standards? => By whose standards?", "People who's lives matter. => People whose lives matter."],
  ),
  pattern(
    "whose-the",
    "^|and [ whose ] the|a|an|at|on|in|there|going|coming|been|not|this|that|next|afraid|ready",
    "who's",
    "Whose the boss here? => Who's the boss here?",
  ),
  pattern(
    "whos-actual",
    "^ [ who's ] actual|own|car|house|job|idea|fault|book|turn|name|phone|dog|side",
    "whose",
    "Who's fault is it? => Whose fault is it?",
  ),
];
