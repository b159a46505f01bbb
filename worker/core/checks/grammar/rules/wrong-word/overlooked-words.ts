import { pattern, phrases } from "../../engine/pattern-rule.ts";

/** Lists rules for missing words, extra words and wrong forms. A spelling check misses them because each word exists. */
export const OVERLOOKED_WORDS = [
  pattern(
    "is-case",
    "if|when|where this|that|it|such is [ case ] =",
    "the case",
    "If this is case, call us. => If this is the case, call us.",
    "If this is case law, call us.",
  ),
  pattern(
    "whatever-that",
    ["[ whatever @NP that ] you|we|they|i", "[ whatever @NP that ] can|could|may @V&!be"],
    "whatever {2}",
    "Take whatever issue that you know. => Take whatever issue you know.",
    ["Do whatever it is that you do.", "Come for whatever reason that may be."],
  ),
  pattern(
    "the-which",
    "@VG|to [ the which ] @NP",
    "which",
    "Use it to specify the which book it is. => Use it to specify which book it is.",
    "We saw the witch.",
  ),
  pattern(
    "need-is-to-do-is",
    "all|what you|we|i need|have|want [ is to do is ]",
    "to do is",
    "Then all you need is to do is wait. => Then all you need to do is wait.",
    "All you need to do is wait.",
  ),
  pattern(
    "current-released",
    "!the [ current released|installed|supported|used|offered ] @NPJ|Aa",
    "currently {3}",
    "It is a list of current released films. => It is a list of currently released films.",
    "The current supported state.",
  ),
  pattern(
    "works-similar",
    "work|works|worked|working|behave|behaves|behaved|functions quite|very|slightly|completely|totally|somewhat|really|pretty|exactly [ similar|different ] .|,|;|)|$|and|but|if|when|from",
    "{3}ly",
    "It works quite similar and is free. => It works quite similarly and is free.",
    "They do works quite different in style.",
  ),
  pattern(
    "provides-own",
    "has|provides|offers|uses|runs|creates|develops|publishes ~also [ own ] @NP",
    "its own",
    "Our shop also offers own images. => Our shop also offers its own images.",
    "It has our own images.",
  ),
  pattern(
    "version-2-and-3",
    "!a&!the&!this&!each&!every&!any&!both&!<possessive> [ version|chapter|page|step|section|level|phase|table|volume @U ] and @U =|are|were|have|of|in|from&!%",
    "{2:P} {3}",
    "See page 2 and 3 in it. => See pages 2 and 3 in it.",
    ["See pages 2 and 3.", "In version 2 and 3 others it works."],
  ),
  pattern(
    "equal-or-greater",
    "[ equal or greater|less|larger|smaller|higher|lower|bigger ] than",
    "equal to or {3}",
    "It is equal or greater than ten. => It is equal to or greater than ten.",
  ),
];

/** Lists rules for words that result from another by a missing letter. */
export const LACKING_A_LETTER = [
  pattern(
    "therefor",
    "^|<be>|<modal>|have|has|and|we|you|i|they|it|, [ therefor ] *",
    "therefore",
    [
      "It is therefor a good habit. => It is therefore a good habit.",
      "We can therefor never stop. => We can therefore never stop.",
    ],
    "We send the goods and the payment therefor.",
  ),
  pattern(
    "web-sever",
    "mail|web|file|the|our|your|a|game|proxy|database|name|dedicated [ sever ] =|log|logs|is|was|and|to|that|will|has|with|for",
    "server",
    "The web sever is down. => The web server is down.",
    "They had to sever the ties.",
  ),
  pattern(
    "mail-severs",
    "mail|web|file|our|your|game|proxy|database|name|dedicated [ severs ] =|log|logs|are|were|and|to|that|will|have|with|for|in",
    "servers",
    "See the mail severs log files. => See the mail servers log files.",
    "She severs the ties.",
  ),
];

/** Lists contractions that retext-contractions lacks, or knows only with a capital. */
export const LACKING_AN_APOSTROPHE = phrases(`
im&aa => I'm
ive&aa => I've
heres => here's
itll => it'll
`);
