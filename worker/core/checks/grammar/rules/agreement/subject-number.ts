import { pattern } from "../../engine/pattern-rule.ts";

/** Lists rules for subjects that begin a clause and whose verb is in the wrong number, and for names joined by "and me". */
export const SUBJECT_NUMBER = [
  pattern(
    "all-cakes-contains",
    "^ all|many|most|some ~of our|the|my|these|those ~@J&!@N @P&!@NJVDC&aa&!<group>&!news [ @Z!&!is&!has ] !=&!<subject>",
    "{7:V}",
    "All our cakes contains nuts. => All our cakes contain nuts.",
    "All the news contains it.",
  ),
  pattern(
    "lot-of-guests-comes",
    "^|, ~a lot|lots|number of ~@J&!@N @P&!@NJVDC [ @Z!&!is&!has ] !=&!<subject>",
    "{7:V}",
    "A lot of guests comes back. => A lot of guests come back.",
  ),
  pattern(
    "he-like",
    "^ he|she [ like|work|do|live|want|need|play|bake|sell|love|make|take|think|know ] !=&!<subject>&!<object>",
    "{3:Z}",
    ["He like tea. => He likes tea.", "She work here. => She works here."],
    "Does he like tea?",
  ),
  pattern(
    "she-have",
    "^ he|she|it [ have ] @U|<counted>|<possessive>|some|many|several|@NP&!to",
    "has",
    "She have two cats. => She has two cats.",
    "May it have two parts.",
  ),
  pattern(
    "it-do-not",
    "^|and|but he|she|it [ do ] not",
    "does",
    "It do not work. => It does not work.",
    "May he do not only this.",
  ),
  pattern(
    "each-guest-get",
    "^ each|every ~@J&!@N @N&!@PXR [ get|include|contain|offer|receive|come|provide|need|want|take|make ] <determiner>|with|from|@U|<counted>|to|in",
    "{5:Z}",
    "Each guest get a key. => Each guest gets a key.",
    "Every offer needs one.",
  ),
  pattern(
    "these-is",
    "^ [ these|those is ] <possessive>|the|a|@J|not|very",
    "{2} are",
    "These is our prices. => These are our prices.",
  ),
  pattern(
    "many-cake-are",
    "^ many|several|<counted> [ @N&!@PJXRCDGK&!<group>&!<mass>&!thanks&!plus&aa ] are|were|have",
    "{3:P}",
    "Many cake are vegan. => Many cakes are vegan.",
    ["Many fish are here.", "Many thanks are due."],
  ),
  pattern(
    "a-cakes-costs",
    "^ a [ @P&!@NJXVD ] is|are|costs|has|have|@Z!",
    "{3:N}",
    "A cakes costs two euros. => A cake costs two euros.",
    "A series has an end.",
  ),
  pattern(
    "me-and-john",
    "^ [ me and Aa&!i ] @VD|<plain-modal>|<be-now>|have|had",
    "{4} and I",
    "Me and John went to Rome. => John and I went to Rome.",
    "Me and John.",
  ),
  pattern(
    "john-and-me",
    "^ Aa and [ me ] @D!|<plain-modal>|are|were|have|had|run|went",
    "I",
    "John and me went to Rome. => John and I went to Rome.",
    "Help John and me.",
  ),
  pattern(
    "between-and-i",
    "between you|him|her|them and [ i ]",
    "me",
    "Between you and I, it is good. => Between you and me, it is good.",
    "Between you and Ian.",
  ),
  pattern(
    "have-visit",
    "^ i|we|they|you have ~not|already|just|never|also|recently [ @V&!@CDXJR&!hope|trust|doubt|fear|proof|faith|reason|need|cause|time|help|use|work|dream|interest ] this|it|your|you|our|them|him|her|the|some",
    "{5:C}",
    "I have visit the shop. => I have visited the shop.",
    ["We have faith our work helps.", "We have need of it."],
  ),
];
