import { pattern } from "../../engine/pattern-rule.ts";

/** Lists countable nouns for things of which a business often has several. */
const COUNTED =
  "thing|question|customer|client|option|reason|idea|problem|guest|photo|recipe|restaurant|feature|example|item|benefit|review|voucher|ingredient|patient|website|student|event|member|company|visitor|supplier|hotel|technician|therapist|dentist|doctor|teacher|trainer|instructor|lawyer|engineer|product|course|driver|plan|apartment|cottage|stylist|mechanic|property|tour|dish";

/**
 * Lists rules for missing words and for words in the wrong number: "Please contact for", "if you any questions", "18 year old".
 */
export const LACKING_WORDS = [
  pattern(
    "please-contact-for",
    ["please [ contact ] for|if|to|with", "hesitate|free to [ contact ] if|for|with|at|on|via|regarding"],
    "contact us",
    [
      "Please contact for a quote. => Please contact us for a quote.",
      "Do not hesitate to contact if you are late. => Do not hesitate to contact us if you are late.",
    ],
    "Please contact us for help.",
  ),
  pattern(
    "if-you-any",
    "if|should you|we|they [ any ] @NP",
    "have any",
    "Call us if you any questions. => Call us if you have any questions.",
    "We ask if you, any time, would come.",
  ),
  pattern(
    "let-us-if",
    "let us [ if|when|how ] you",
    "know {3}",
    "Please let us if you are late. => Please let us know if you are late.",
    "Let us, if you like, go there.",
  ),
  pattern(
    "always-happy-help",
    "always|be|more|than|are|is|am happy|glad|pleased|delighted [ help|assist|answer|discuss|arrange|advise|offer|provide ] !desk",
    "to {3}",
    "We are always happy help. => We are always happy to help.",
    "We are the happy help desk.",
  ),
  pattern(
    "feel-free-contact",
    [
      "feel free [ contact|call|email|ask|visit|message|drop|reach|get|book|phone|use|browse ] us|our|me|in|out|a|by|any|for|at|through",
    ],
    "to {3}",
    "Please feel free contact us. => Please feel free to contact us.",
    "Feel free: call us.",
  ),
  pattern(
    "hesitate-contact",
    "hesitate [ contact|call|ask|email|get|reach ] !@G",
    "to {2}",
    "Do not hesitate contact us. => Do not hesitate to contact us.",
  ),
  pattern(
    "look-forward-hearing",
    "look|looking forward [ hearing|seeing|meeting|welcoming|serving|helping|receiving ]",
    "to {3}",
    "We look forward hearing from you. => We look forward to hearing from you.",
  ),
  pattern(
    "eighteen-year-old",
    "is|are|was|were|be|least|over|under|i'm|he's|she's|it's|aged @U|<counted> [ year|month|week ] old =|to|or|when|on|in|at|with|for",
    "{3:P}",
    "You must be at least 18 year old. => You must be at least 18 years old.",
    "She is a 5 year old.",
  ),
  pattern(
    "all-make-and-models",
    "all|most|many|other|various [ make ] and models",
    "makes",
    "We repair all make and models. => We repair all makes and models.",
  ),
  pattern(
    "all-makes-and-model",
    "makes and [ model ] =|of|including",
    "models",
    "We repair all makes and model. => We repair all makes and models.",
  ),
  pattern(
    "since-over-years",
    "have|has|been|business|operating|trading|working|here|open|running [ since ] over|almost|nearly|about|around|more|at ~than|least @U|<counted>|several years|months|decades !ago",
    "for",
    "We have been here since over 30 years. => We have been here for over 30 years.",
    "It has been so since about two years ago.",
  ),
  pattern(
    "lot-of-thing",
    `lot|lots|plenty|hundreds|thousands|dozens|variety|range|couple of ~@J&!@N|great|new|different [ ${COUNTED} ] !@N&!@P&!-&!/&!level&!quality&!in&!@G`,
    "{4:P}",
    "There is a lot of thing to do. => There is a lot of things to do.",
    [
      "A lot of thing parts.",
      "We read lots of customer feedback.",
      "There is plenty of room for all.",
      "A range of product options.",
    ],
  ),
  pattern(
    "all-of-our-technician",
    `all|most|many|some|both of our|the|these|their|your ~@J&!@N [ room|${COUNTED}&!company&!event ] are|have|come|were|do|will|can`,
    "{5:P}",
    "All of our technician are here. => All of our technicians are here.",
    "All of the company are here.",
  ),
  pattern(
    "one-of-our-therapist",
    `one|any|each of our|the|these|their|your ~@J&!@N [ ${COUNTED} ] will|can|has|is|to|and|or|at|in|from|about`,
    "{5:P}",
    "One of our therapist will call. => One of our therapists will call.",
    "One of the product lines will go.",
  ),
  pattern(
    "dont-charges-any",
    "don't|doesn't|didn't ~also|even|usually [ @Z&!@DJ&!is&!was ] any|your|our|the|a|an|you|us|them|it|extra",
    "{3:V}",
    "We don't charges any fees. => We don't charge any fees.",
    ["What we don't do: charges the others make."],
  ),
  pattern(
    "can-offers-you",
    "i|you|we|they|he|she|it can|will|could|would|should|must ~also|always|now [ @Z&!@DJ&!is&!was ] any|your|our|the|a|an|you|us|them|it",
    "{4:V}",
    "We can offers you a room. => We can offer you a room.",
    "As you will, stars the others.",
  ),
  pattern(
    "this-plans-includes",
    "^ this [ @P&!@NJXDC ] includes|has|offers|costs|contains|comes|gives|provides|covers|makes|allows|needs",
    "{3:N}",
    "This plans includes ten users. => This plan includes ten users.",
    "This always has a price.",
  ),
  pattern(
    "this-pages-are",
    "^ [ this @P&!@NJXVDC&!media&!data&!species&!people ] are|were|have|include",
    "these {3}",
    "This pages are new. => These pages are new.",
  ),
  pattern(
    "we-are-offer",
    "^|and|but|because|, we|they ~also [ are ~also specialise|specialize|offer|provide|deliver|bake|strive|serve|believe|cater|stock|recommend|accept|want|need ] <determiner>|in|to|all|you|@U",
    "{5} {6}",
    "We are offer a full range. => We offer a full range.",
    "What we are, offer a clue.",
  ),
  pattern(
    "we-been",
    "^|and|but we|they|i|you [ been ] @CG|in|a|the|to|here",
    "have been",
    "We been baking since May. => We have been baking since May.",
    "Where we've been in May.",
  ),
  pattern(
    "between-nine-to-five",
    [
      "between @U ~am|pm [ to ] @U =|am|pm|years|days|weeks|minutes|hours|and|on|every",
      "between <weekday> [ to ] <weekday>",
      "between <counted> [ to ] <counted>",
    ],
    "and",
    [
      "Call us between 9 to 5. => Call us between 9 and 5.",
      "Call between Monday to Friday. => Call between Monday and Friday.",
    ],
    "From between 9 and 10 to 11.",
  ),
  pattern(
    "contact-to-us",
    "^|please|to|can|or|and [ contact to ] us|me",
    "contact",
    "Please contact to us. => Please contact us.",
  ),
  pattern(
    "welcome-in-our",
    "^ welcome [ in|at|on ] our|the|my ~new|little|small hotel|restaurant|website|site|home|shop|house|page|studio|apartment|family|world|salon|bakery|café",
    "to",
    "Welcome in our shop. => Welcome to our shop.",
    "All are welcome in our shop.",
  ),
  pattern(
    "five-stars-hotel",
    "<counted>|@U [ stars ] hotel|hotels|rating|reviews|restaurant|resort|accommodation",
    "star",
    "A five stars hotel. => A five star hotel.",
    "We gave it 5 stars.",
  ),
  pattern(
    "ten-minutes-walk",
    "a|an|our <counted>|@U [ years|months|days|weeks|hours|minutes|miles ] warranty|guarantee|walk|drive|course|contract|massage|treatment|trial",
    "{3:N}",
    "It is a 10 minutes walk. => It is a 10 minute walk.",
    "It is ten minutes' walk.",
  ),
  pattern(
    "pop-into-see",
    "pop|come|drop|call|stop|popped|stopped [ into ] see|say|discuss|collect|arrange|try|speak|meet|browse|ask|find|book|pick",
    "in to",
    "Pop into see us. => Pop in to see us.",
    "Pop into town to see us.",
  ),
];
