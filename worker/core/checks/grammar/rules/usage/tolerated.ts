import { pattern } from "../../engine/pattern-rule.ts";

/** Holds rules for wordings that some dictionaries allow and many editors change. They are shown, and not mailed. */
export const TOLERATED = [
  pattern("comprised-of", "[ comprised of ]", "composed of", "It is comprised of parts. => It is composed of parts."),
];
