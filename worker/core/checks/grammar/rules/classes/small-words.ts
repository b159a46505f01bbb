import { pattern } from "../../engine/pattern-rule.ts";

const LINKED = "with|to|for|from|between|of|include|let|tell|call|see|at|by|about|contact|email|ask|join|like";

/** Holds rules for small words in a place that only another small word can have. */
export const SMALL_WORDS = [
  pattern(
    "the-they-modal",
    "[ the ] aa&cannot|can't|could|would|should|won't|don't|didn't|aren't|weren't|haven't|shouldn't|couldn't|wouldn't aa&@V|@C|be|not|never|also|always|all|have",
    "they",
    "The cannot help you. => They cannot help you.",
    ["The would-be king.", "Mind the don'ts."],
  ),
  pattern(
    "the-they-are",
    "^|,|that|if|when|because|but|since|so|as|where|what|before|after|while [ the ] are|were|have ~not|also|always|all|now|very|never @C|@J|@G|a|the|in|on|at|to|no",
    "they",
    "Here the are again, but the are not open. => Here the are again, but they are not open.",
    "The have-nots and the haves.",
  ),
  pattern(
    "the-they-always",
    "^|,|that|if|when|because|but|since|so|where|what|way [ the ] always|never|often|usually|also @V&!@J",
    "they",
    "It is the way the always do it. => It is the way they always do it.",
    "The never ending story.",
  ),
  pattern(
    "it-if",
    [
      "wonder|wondering|check|know|see|ask|asked [ it ] you|we|they|he|she|i|there|this|these|it's @VZDX",
      "me|us|know|let [ it ] you|we|they|there <modal>|have|are|is|need|want",
    ],
    "if",
    ["I wonder it there is a bus. => I wonder if there is a bus.", "Call me it you can. => Call me if you can."],
    "Show it you care; he told me it was late.",
  ),
  pattern(
    "it-is",
    [
      "^ the|our|my|your ~@J @N&!@X [ it ] @J&!@VNCDX .|,|to|in|for|at|on|by|and",
      "^|if|and|but|because|when this [ it ] @J!|@C&!@VNX|a|the|not",
    ],
    "is",
    ["The room it spacious. => The room is spacious.", "I ask if this it intended. => I ask if this is intended."],
    "The shop it owned, and the day it closed, are history.",
  ),
  pattern(
    "first-off-all",
    [
      "first [ off ] all ,|i|we|thank|thanks|please|let",
      "instead|because|front [ off ] the|my|our|your|this|all",
      "as [ off ] today|yesterday|now|monday|tomorrow|this|next",
    ],
    "of",
    "First off all, thank you. => First of all, thank you.",
    ["Take it off the shelf.", "First off all animals were fed."],
  ),
  pattern(
    "off-my-head",
    "[ of ] the|my top of my|your|his|her head",
    "off",
    "I cannot say of the top of my head. => I cannot say off the top of my head.",
  ),
  pattern(
    "with-name-and-i",
    `${LINKED} Aa|you|him|her|them and [ i ] =|about|in|on|for|with|this|at|to|if|when`,
    "me",
    "Please send it to Anna and I. => Please send it to Anna and me.",
    "Ask if he and I may come.",
  ),
  pattern(
    "can-by",
    [
      "<subject>|and <modal>|to|definitely [ by ] a|an|some|your|tickets|it|them|one|more|their|my",
      "do|does|did <subject> ~ever|always|often [ by ] <determiner>|@P|it",
    ],
    "buy",
    ["You can by tickets here. => You can buy tickets here.", "Does he by his bread here? => Does he buy his bread here?"],
  ),
  pattern(
    "how-may-rooms",
    "how|too|as|very [ may ] @P&!@V",
    "many",
    "How may rooms are there? => How many rooms are there?",
    "How may I help?",
  ),
  pattern(
    "on-may-list",
    "on|with|at|of|for|from|in [ may&aa ] @N&!@X",
    "my",
    "Put it on may list. => Put it on my list.",
    "We open in May.",
  ),
  pattern(
    "dont-no",
    [
      "i|you|he|she|we|they|don't|doesn't|didn't|to|let ~also|really|all|me|us [ aa&no ] how|what|that|why|if|where|who|when|about",
    ],
    "know",
    "I don't no how to get there. => I don't know how to get there.",
    "There is no why.",
  ),
  pattern(
    "do-to-due-to",
    "close|closed|delayed|cancelled|canceled|late|postponed|mainly|partly|possibly|probably [ do to ] <article>|<possessive>|@NP|this|that",
    "due to",
    "It is closed do to snow. => It is closed due to snow.",
    "What is there to do to the house?",
  ),
  pattern(
    "though-of",
    "i|he|she|we|they|you|who ~never|also|always|first [ though ] of|about|i|he|she|it|we|they|the|that|you|this|my|a",
    "thought",
    "They though of everything. => They thought of everything.",
    "It rained; we went, though it was cold.",
  ),
  pattern(
    "there-a-bus",
    "if|whether [ there a|an|any|some|no|another ] @NJP !@Z",
    "there is {3}",
    "Ask if there a bus to town. => Ask if there is a bus to town.",
    "Ask if there, a mile off, it rains.",
  ),
  pattern(
    "here-some",
    "^ [ here|there some|several|few|two|three|many ] ~@J @P&!@V =",
    "{2} are {3}",
    "Here some photos: => Here are some photos:",
    "Here some stayed.",
  ),
  pattern("theres-has", "[ there's has|have been ]", "there has been", "There's has been a fire. => There has been a fire."),
  pattern(
    "an-and",
    "@NVPJDRX [ aa&an ] aa&have|send|be|get|go|see|take|make|it|they|we|you|i|the|then|a|my|your|our|their|is|are|was|were|will|can *&!priori&!posteriori",
    "and",
    "Come in an have a look. => Come in and have a look.",
    ["It is an it-girl.", "This is an a priori assumption.", "It is not a who, it is an it."],
  ),
];
