import { judged, type PatternRule, pattern } from "../../engine/pattern-rule.ts";

const WEEKDAY =
  "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekdays";
const ENDS = ".|,|!|?|;|$";
const PEOPLE =
  "beginner|adult|child|learner|student|visitor|tourist|walker|cyclist|parent|teacher|couple|group|business|client|customer|guest|dog";
const SHARED = "brochure|website|page|section|terms|guide|guidelines|policy|leaflet|table|document|list|map|handbook|faq|faqs";

/** Rules for small words and numbers of nouns that people get wrong every day. */
export const EVERYDAY_USAGE: readonly PatternRule[] = [
  pattern(
    "in-front-the",
    "[ in front ] the|a|an|my|our|your|his|her|their|this",
    "in front of",
    "Parking is available in front the building. => Parking is available in front of the building.",
    ["It is in front of the house.", "We sat in front, the children behind."],
  ),
  pattern(
    "get-back-you",
    "get|getting|got|gets|come|write [ back you ] ~within|shortly|soon|by|as|.|!|,|and|with|$",
    "back to you",
    "We will get back you soon. => We will get back to you soon.",
    "We will get you back soon.",
  ),
  pattern(
    "in-sundays",
    `open|closed|shut|available|held|meet|meets|meeting|running|runs|us [ in ] ${WEEKDAY} ${ENDS}|and|from|at|between|until|to|or`,
    "on",
    "We are closed in Sundays. => We are closed on Sundays.",
    "It was in Sunday school.",
  ),
  pattern(
    "on-nine-oclock",
    "[ on|in ] ##|<counted>|one o'clock",
    "at",
    "The train leaves on 9 o'clock. => The train leaves at 9 o'clock.",
    "The train leaves at 9 o'clock.",
  ),
  pattern(
    "most-freshest",
    "the|our|your|their|its|his|her [ most @S&!@N&!most&!modest&!honest&!earnest ] *",
    "{3}",
    "We use only the most freshest eggs. => We use only the freshest eggs.",
    ["It is the most honest answer.", "We are the most modest of all."],
  ),
  judged(
    0,
    "refer-our",
    `refer [ our|the|this|your ] ~:JJ ${SHARED}`,
    "to {2}",
    "For prices, please refer our brochure. => For prices, please refer to our brochure.",
    "We refer the matter to them.",
  ),
  pattern(
    "new-peoples",
    `meet|new|many|other|nice|friendly|lovely|some|most|more [ peoples ] ${ENDS}|who|that|and|with|come|are|will`,
    "people",
    "It is a way to meet new peoples. => It is a way to meet new people.",
    "Many peoples of the north live there.",
  ),
  judged(
    0,
    "suitable-for-beginner",
    `suitable|perfect|ideal|great|fun|good for [ ${PEOPLE} ] ${ENDS}|and|or|who|with|of|from`,
    "{3:P}",
    "The class is suitable for beginner. => The class is suitable for beginners.",
    "It is good for business.",
  ),
  judged(
    0,
    "two-different-size",
    `<counted>|several|various|many ~very different|new|separate|simple|main|great|beautiful|small|large|good|other [ <countable>|size|colour|color|type|style ] ${ENDS}|of|for|in|with|from|and|or`,
    "{4:P}",
    "You can choose between three different size. => You can choose between three different sizes.",
    "He has many a good story.",
  ),
  judged(
    1,
    "up-to-five-book",
    `to|about|only|over|than|least ##|<counted> [ <countable>|book ] at|per|${ENDS}`,
    "{3:P}",
    "Members can borrow up to five book at a time. => Members can borrow up to five books at a time.",
    ["It is open up to ten hours.", "We went up to five house rules."],
  ),
];
