import { pattern } from "../../engine/pattern-rule.ts";

const PLACE_NAMES =
  "netherlands|philippines|bahamas|maldives|seychelles|hebrides|balkans|alps|pyrenees|cotswolds|highlands|midlands|hague|emirates|himalayas|azores|algarve|vatican|caribbean|mediterranean|thames";
/** Countable things that websites give the number of. */
const COUNTED =
  "room|bedroom|bathroom|seat|person|member|guest|student|pupil|player|team|photo|image|item|product|book|song|recipe|country|city|town|village|school|chapter|pixel|" +
  "lesson|song|question|answer|employee|customer|client|visitor|branch|store|shop|restaurant|hotel|apartment|question|reason|step|tip|idea|file|second|minute|hour|day|week|month|year|mile|kilometer|kilometre|meter|metre|dollar|pound";

/** Holds rules for nouns in another number than the word before asks for, and for articles before names. */
export const NUMBERS = [
  pattern(
    "figure-singular",
    `has|have|had|with|over|than|about|for|sleeps|offers|least|all|next|last|are|were [ ## ${COUNTED} ] .|!|?|of|are|were|$`,
    "{2} {3:P}",
    "It has 12 bedroom. => It has 12 bedrooms.",
    ["The 12 hour clock.", "Prices rose by 12 percent."],
  ),
  pattern(
    "both-element",
    "^|,|and|that both|these|those ~two|three [ @N!&!<mass>&!<group>&aa ] are|were|have",
    "{4:P}",
    "Both bedroom are large. => Both bedrooms are large.",
    ["Both furniture and walls are new.", "Both mother and child are well."],
  ),
  pattern(
    "this-two",
    "^|,|that|and|for|of|in|with|to|because|but [ this <counted> ] @P",
    "these {3}",
    "This two rooms are large. => These two rooms are large.",
    "Do this two times.".replace("times", "hours early"),
  ),
  pattern(
    "five-of-my-friend",
    "<counted>|many|several|few|one of my|our|your|his|her|their|these|those ~best|good|close|new|old|other|main|favourite|favorite|@J [ @N!&!<mass>&!<group>&!kind&!one&!sort&!type&aa ] .|,|have|are|is|has|was|were|who|that",
    "{5:P}",
    "Two of my best friend live here, and one of my friend is ill. => Two of my best friend live here, and one of my friends is ill.",
    ["One of my family is ill.", "Some of our best work is here."],
  ),
  pattern(
    "there-are-report",
    "^|that|and|but|because there are|were ~not|also|always|still|some|any [ @N&!@PJXU&!<mass>&!<group>&aa&!work&!rest&!few&!more&!talk&!call&!hope&!cause&!need&!space&!way&!room&!plenty ] that|of|about|which|who|whether|for|in|on|.",
    "{5:P}",
    "There are report that it is shut. => There are reports that it is shut.",
    ["There are people in it.", "There are furniture of all sorts."],
  ),
  pattern(
    "a-100-countries",
    "[ a|an ##&!100&!1000 ] @P&!@NJ&aa .|,|in|of|for|to|and|from|have|are|were|a|$",
    "{2}",
    "It cost a 140 pounds. => It cost 140 pounds.",
    "It is a 12 steps plan.",
  ),
  pattern(
    "in-netherlands",
    `[ in|to|from|of|visit|visited|visiting|across|around|throughout Aa&${PLACE_NAMES} ] .|,|and|is|was|are|for|from|in|since|by|$`,
    "{1} the {2}",
    "They live in Netherlands. => They live in the Netherlands.",
    "They live in the Netherlands.",
  ),
  pattern(
    "in-united-kingdom",
    "[ in|to|from|of|visit|visiting|across|around|throughout united kingdom|states ] .|,|and|is|was|are|for|from|in|since|by|$",
    "{1} the {2} {3}",
    "They live in united states. => They live in the united states.",
    "They live in the United Kingdom.",
  ),
  pattern(
    "do-your-father",
    "^|when|where|why|how|what [ do ] <possessive>|this|that ~@J @N&!@PX&!<group> @V&!@NXC|ever|really",
    "does",
    "Do your father live here? => Does your father live here?",
    ["Do your best.", "Do this work well."],
  ),
  pattern(
    "does-your-parents",
    "^|when|where|why|how|what [ does ] <possessive>|these|those|the ~@J @P&!@NJ&aa&!<group>&!news @V&!@NXC|ever|really",
    "do",
    "Does your parents live here? => Do your parents live here?",
    "Does your news help?",
  ),
  pattern(
    "where-is-your-dogs",
    "^|when|where|why|how|what [ is ] <possessive>|these|those ~@J @P&!@NJ&aa&!<group>&!news&!means&!series ?|$|@J!|@G|in|on|at",
    "are",
    "Where is your dogs? => Where are your dogs?",
    "What is his means of travel?",
  ),
  pattern(
    "does-you",
    "^|what|where|when|why|how|and|but [ does you|we|they|i ] ~@R @V|have|not",
    "do {3}",
    "Does you have a garden? => Do you have a garden?",
  ),
  pattern(
    "do-he",
    "^|what|where|when|why|how [ do he|she ] ~@R @V&!@NX",
    "does {3}",
    "Where do he live? => Where does he live?",
    "How to do it live.",
  ),
];
