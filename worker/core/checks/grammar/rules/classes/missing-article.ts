import { pattern } from "../../engine/pattern-rule.ts";

/** Lists countable nouns for what somebody or something is, which need an article in the singular. */
const ROLES =
  "company|business|shop|hotel|restaurant|teacher|doctor|nurse|student|idea|problem|place|person|website|chef|baker|plumber|electrician|builder|designer|photographer|dentist|vet|lawyer|engineer|musician|artist|writer|driver|farmer|trainer|coach|therapist|member|charity|school|bakery|café|cafe|studio|salon|agency|firm|farm|village|town|city|building|house|room|garden|option|solution|choice|opportunity|experience|example|mistake|reason|way|tool|product|service|gift|destination|location|distributor|manufacturer|supplier|provider|organisation|organization|club|team|couple|day|event|game|book|film|story|question";
/** Lists countable nouns for what one has, makes or asks for. */
const THINGS =
  "question|problem|idea|reservation|appointment|booking|complaint|garden|car|house|account|meeting|phone|website|shop|dog|cat|baby|allergy|voucher|suggestion|comment|query|enquiry|inquiry|ticket|password|receipt|invoice|coupon|brochure|quote|quotation|consultation|deposit|message|table|desk|job|plan|project|recipe|mistake|decision|difference|donation|list|form";
const END = ".|,|!|?|$|;";

/** Holds rules for singular countable nouns that lack their article. */
export const MISSING_ARTICLE = [
  pattern(
    "she-is-teacher",
    [
      `^|and|but|because|that|,|if|as i|he|she|it am|is|was ~also|really|now|not [ ~very @J&!@S&!@K&!@X&!@U&!next&!last&!first&!second&!top&!same&!one ${ROLES}&!experience&!service&!day&!team&!way ] ${END}|in|with|for|that|which|who|based|located|from|and|to`,
      `^|and|but|because|that|, i|he|she am|is|was ~also|now|not [ ~family teacher|doctor|nurse|student|chef|baker|plumber|electrician|builder|designer|photographer|dentist|vet|lawyer|engineer|musician|artist|writer|driver|farmer|trainer|coach|therapist|member ] ${END}|in|with|for|who|from|and|at`,
    ],
    "a {5} {6} {7}",
    ["She is experienced teacher. => She is an experienced teacher.", "It is good idea to book. => It is a good idea to book."],
    ["It is the best place.", "She is head of it, and it is company policy."],
  ),
  pattern(
    "we-are-business",
    `^|and|but|because|that|, we|they are|were ~also|now|not [ ~very ~small|local|friendly|independent|young|new|professional|leading|unique|large|great|good family|small|local|private|limited|independent|friendly|professional|young|new business|company|shop|hotel|restaurant|team|charity|school|bakery|studio|agency|firm|farm|club|organisation|organization|couple ] ${END}|in|with|for|that|which|who|based|located|from|and|specialising|specializing`,
    "a {5} {6} {7} {8}",
    "We are family business in York. => We are a family business in York.",
    ["We are family.", "We are local business owners."],
  ),
  pattern(
    "have-question",
    `if|and|you|we|i|they|to|can|please|should|will|would have|has|make|made|book|leave|arrange|request|send|get|need|want [ ~new|special|small|quick|short|general|specific|great|good ${THINGS}&!job&!form&!list&!plan ] ${END}|about|please|or|with|at|by|call|contact|ask|regarding|online|on`,
    "a {3} {4}",
    [
      "If you have question, call us. => If you have a question, call us.",
      "You can make reservation by phone. => You can make a reservation by phone.",
    ],
    ["If you have room, come.", "Please leave room for more."],
  ),
];
