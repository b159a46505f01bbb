import { pattern } from "../../engine/pattern-rule.ts";

/** Lists plurals, common on websites, that are often written with an apostrophe. */
const THINGS =
  "question brand service product price cake ticket voucher room photo video picture pizza burger sandwich taco kebab panini snack drink cocktail " +
  "coffee tea wine beer meal dish starter main dessert curry sausage scone muffin cookie brownie cupcake roll loaf pie salad chip egg vegetable " +
  "appointment booking order offer deal discount class course lesson workshop event session treatment massage facial haircut repair car van truck " +
  "bike tyre tire part tool website computer laptop phone mobile gift card toy book shoe boot dress flower plant kitchen bathroom carpet window " +
  "blind curtain sofa bed apartment cottage caravan pet puppy dog cat kitten comment suggestion enquiry inquiry query concern detail review " +
  "testimonial idea option job vacancy sale party wedding holiday pound dollar hour minute potato tomato banana";
const WRONG = [...new Set(THINGS.split(" "))].map((thing) => `${thing}'s`).join("|");
const WEEKDAYS = "monday's|tuesday's|wednesday's|thursday's|friday's|saturday's|sunday's";
/** Lists marks and words that cannot follow a possessive, because they do not begin the name of the thing owned. */
const NOT_OWNED = "=|please|about|you|regarding|then|just|feel|call|contact|for|with|from|to|are|or|at|on|in|of";

/** Lists rules for plurals with an apostrophe: "any question's", "on Sunday's". */
export const APOSTROPHE_PLURALS = [
  pattern(
    "any-questions",
    `any|many|several|these|those|few|various|<counted>|@U|more|all|both|major|leading|different [ ${WRONG}&aa ] ${NOT_OWNED}&!-&!"&!'&!(&!’`,
    "{2:A}",
    [
      "If you have any question's, call us. => If you have any questions, call us.",
      "Call us with any question's you have. => Call us with any questions you have.",
    ],
    ["Any product's price can change.", "These are both dog's bowls.", "All car's doors."],
  ),
  pattern(
    "sell-fresh-cakes",
    `we|to|they|and|also|you sell|serve|offer|stock|bake|repair|fix|clean|provide|supply|make|buy|have ~fresh|all|the|new|used|delicious|great|hot|cold|home-made|homemade ~best|kinds|types ~of [ ${WRONG} ] and|.|,|!|for|at|from|to`,
    "{6:A}",
    ["We sell fresh cake's and rolls. => We sell fresh cakes and rolls."],
    ["We serve the cake's owner.", "We fix a car's lights."],
  ),
  pattern(
    "photos-are",
    [`[ ${WRONG} ] are|were|include`, "[ photo's|picture's|video's|review's ] of|from|taken"],
    "{1:A}",
    ["Our price's are low. => Our prices are low.", "See photo's of our work. => See photos of our work."],
    ["The cake's made with butter.", "The photo's colours are good."],
  ),
  pattern(
    "on-sundays",
    [
      `on|open|closed|except [ ${WEEKDAYS} ] ,|.|!|;|)|only|from|between|until|at|to`,
      `on|open|closed|except [ ${WEEKDAYS} ] and <weekday>|sundays|saturdays|mondays|${WEEKDAYS} =|only|from|too|at|between|to`,
    ],
    "{2:A}",
    ["We are closed on Sunday's. => We are closed on Sundays.", "Open Friday's from ten. => Open Fridays from ten."],
    ["On Sunday's list you may see it.", "We are open on Sunday at ten.", "On Sunday's and Monday's menu."],
  ),
];
