import { pattern } from "../../engine/pattern-rule.ts";

/** Lists rules for set phrases that need hyphens in front of the noun that they describe. */
export const HYPHENS = [
  pattern(
    "so-called",
    "!is&!are&!was&!were&!be&!been&!being&!not&!do&!did&!it [ so called ] @NPJ&!because&!for&!after|Aa",
    "so-called",
    "He knows the so called experts. => He knows the so-called experts.",
    ["It is so called because of him.", "The river was so called after a king."],
  ),
  pattern(
    "case-by-case",
    "[ case by case ] basis|decision|decisions|approach|analysis|evaluation|review",
    "case-by-case",
    "It is done on a case by case basis. => It is done on a case-by-case basis.",
    "We look at them case by case.",
  ),
  pattern(
    "day-to-day",
    "!from [ day to day ] operation|operations|work|life|business|running|management|activities|tasks|administration|use",
    "day-to-day",
    "This helps in day to day work. => This helps in day-to-day work.",
    "It changes from day to day.",
  ),
  pattern(
    "up-to-date-noun",
    "<article>|<possessive> ~most|more [ up to date ] @NPJ",
    "up-to-date",
    "We keep an up to date list. => We keep an up-to-date list.",
    "Keep it up to date with this.",
  ),
  pattern(
    "easy-to-use-noun",
    "a|an [ easy to use ] @NPJ|Aa",
    "easy-to-use",
    "It is an easy to use tool. => It is an easy-to-use tool.",
    "It is easy to use tools.",
  ),
  pattern(
    "year-old-noun",
    "[ @U|one|two|three|four|five|six|seven|eight|nine|ten|twelve year|month|week|day old ] @NP&!@VR",
    "{1}-{2}-old",
    "He has a five year old son. => He has a five-year-old son.",
    "He is one year older; it is one year old.",
  ),
  pattern(
    "high-quality-noun",
    "[ high|low|top quality ] @NPJ&!and&!or&!but&!at&!for&!standards",
    "{1}-quality",
    "They make high quality furniture. => They make high-quality furniture.",
    "It is of high quality and dear.",
  ),
];
