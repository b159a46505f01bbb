import { pattern } from "../../engine/pattern-rule.ts";

/** Lists nouns that stay singular before any "of" phrase. Not "range", "number", "selection" and others, which people use with either verb. */
const HEAD =
  "bouquet|box|bag|bottle|piece|slice|cup|jar|basket|list|price|cost|quality|size|colour|color|owner|name|end|aim|purpose|date|taste|level|value|condition|state|history|location|length|weight|beauty|smell|sound|look|view|design|safety|age|speed|standard|opinion|safety|cleaning|repair|sale|delivery|care|management|choice";
const OF = "of ~the|our|these|your|all|my|their|those ~@J";

/** Subjects that have "of" in them, and plurals that the words around them ask for. */
export const OF_PHRASES = [
  pattern(
    "price-of-tickets-are",
    `^|and|but|because ~a|the|our|your|my|their|each|every ~@J ${HEAD} ${OF} @P&!@N&aa [ are ] !they&!we`,
    "is",
    "The price of the tickets are low. => The price of the tickets is low.",
    "The prices of the tickets are low, and a range of cakes are there.",
  ),
  pattern(
    "price-of-tickets-were",
    `^|and|but|because ~a|the|our|your|my|their|each|every ~@J ${HEAD} ${OF} @P&!@N&aa [ were ] !they&!we`,
    "was",
    "The price of the tickets were low. => The price of the tickets was low.",
  ),
  pattern(
    "price-of-tickets-have",
    `^|and|but|because ~a|the|our|your|my|their|each|every ~@J ${HEAD} ${OF} @P&!@N&aa [ have ] !they&!we`,
    "has",
    "The price of the tickets have risen. => The price of the tickets has risen.",
  ),
  pattern(
    "price-of-tickets-include",
    `^ ~a|the|our|your|my|their|each|every ~@J ${HEAD} ${OF} @P&!@N&aa [ @V&!@NJDCRPX ] <determiner>|on|from|to|with|in|lunch|breakfast`,
    "{9:Z}",
    "The price of the tickets include the tea. => The price of the tickets includes the tea.",
    "The owners of the shops include us.",
  ),
  pattern(
    "each-of-them-have",
    "^|and|but|because each|one|either|neither of them|us|you [ have ] !to",
    "has",
    "Each of them have a garden. => Each of them has a garden.",
    "May each of them have peace.",
  ),
  pattern(
    "each-of-guides-are",
    "^ each of the|our|my|your|these|those|their ~@J @P [ are ]",
    "is",
    "Each of our rooms are warm. => Each of our rooms is warm.",
  ),
  pattern(
    "each-of-guides-have",
    "^ each of the|our|my|your|these|those|their ~@J @P [ have ]",
    "has",
    "Each of our rooms have a desk. => Each of our rooms has a desk.",
  ),
  pattern(
    "each-of-guides-speaks",
    "^ each of the|our|my|your|these|those|their ~@J @P&!@VZ [ @V&!@NJDCRPX ] !=",
    "{7:Z}",
    "Each of our rooms include a desk. => Each of our rooms includes a desk.",
    "Each of our rooms includes a desk.",
  ),
  pattern(
    "there-is-two-parks",
    "there [ is ] two|three|four|five|six|seven|eight|nine|ten|many|several|few|various|both ~@J @P&!@N&aa",
    "are",
    "There is two cakes here. => There are two cakes here.",
  ),
  pattern(
    "there-was-two-parks",
    "there [ was ] two|three|four|five|six|seven|eight|nine|ten|many|several|few|various|both ~@J @P&!@N&aa",
    "were",
    "There was many visitors here. => There were many visitors here.",
  ),
  pattern(
    "was-you-pleased",
    "^ [ was ] you|we|they @J|@C|@G|at|in|a|the",
    "were",
    "Was you pleased with it? => Were you pleased with it?",
  ),
  pattern(
    "if-you-was",
    "^|and|but|if|when|because you|we|they [ was ] @JCG|at|in|a|the|not|very|so",
    "were",
    "We was happy there. => We were happy there.",
  ),
  pattern(
    "one-of-our-guide",
    "one|many|several|few|each|both|two|three of our|my|your|their|these|those|his|her ~@J&!@N [ @N&!@PJX&!<group>&!<mass>&!yesterday&!today&!tomorrow&aa ] =|will|can|is|has|was|who|that|in|at|on|from",
    "{5:P}",
    "One of our guide will meet you. => One of our guides will meet you.",
    ["One of our staff is here.", "One of our best is here."],
  ),
  pattern(
    "each-rooms",
    "each|every [ @P!&aa&!<group>&!others ] !ago",
    "{2:N}",
    "Every rooms has a view. => Every room has a view.",
    "We meet every two weeks.",
  ),
  pattern(
    "several-reason",
    [
      "several|various|numerous ~different|new|other|good|small|large|local [ @N&!@PJX&!<group>&!<mass>&aa ] to|for|of|that|.|in",
      "these|those|several|various|numerous|many different|new|other|good|small|large|local [ @N&!@PJX&!<group>&!<mass>&aa ] and @P&!@N",
      "these|those|several|various|numerous|many different|new|other|good|small|large|local|such [ @N&!@PJX&!<group>&!<mass>&aa ] .|!|?|;|:|$|is|are|was|were|in|on|for|of|with|will|can|have|has|that|who|which|to|from",
      "these|those|several|various|numerous|many ~such [ @N!&!<group>&!<mass>&!thanks&!<short-unit>&aa ] .|!|?|;|:|$|is|are|was|were|in|on|for|of|with|will|can|have|has|that|who|which|to|from|come",
    ],
    "{3:P}",
    [
      "There are several reason to go. => There are several reasons to go.",
      "We have many different shade and sizes. => We have many different shades and sizes.",
    ],
    ["Many staff are here, and many more.", "Many a man."],
  ),
  pattern(
    "these-product",
    "^ these|those [ @N!&!<group>&!<mass>&aa ] !@P&!@C&@V!|@Z|@D|is|was|will|can",
    "{3:P}",
    "These product is new. => These products is new.",
    "These days count.",
  ),
];
