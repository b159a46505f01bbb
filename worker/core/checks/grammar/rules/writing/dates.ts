import { pattern } from "../../engine/pattern-rule.ts";

/** Lists rules for dates that do not exist. */
export const DATES_AND_NUMBERS = [
  pattern(
    "february-30",
    ["[ february|feb 30|31|30th|31st|32 ]", "[ 30|31|30th|31st ~of february|feb ]"],
    [],
    "It was on February 30, 2014. => It was on February 28, 2014.",
  ),
  pattern(
    "november-31",
    ["[ april|june|september|sept|november|apr|jun|sep|nov 31|31st ]", "[ 31|31st ~of april|june|september|november ]"],
    [],
    "It was on November 31, 2014. => It was on November 30, 2014.",
  ),
  pattern(
    "day-32",
    "[ january|march|may|july|august|october|december 32|33|34|35|36|37|38|39 ]",
    [],
    "It was on March 32, 2014. => It was on March 31, 2014.",
  ),
];
