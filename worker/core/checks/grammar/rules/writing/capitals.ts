import { pattern } from "../../engine/pattern-rule.ts";

const NAMES =
  "Monday Tuesday Wednesday Thursday Friday Saturday January February April June July September October November December Christmas Easter";

/** Lists rules for days, months and holidays without their capital. */
export const CAPITALS = NAMES.split(" ").map((name) =>
  pattern(
    `small-${name.toLowerCase()}`,
    `aa&${name.toLowerCase()}`,
    name,
    `We met in ${name.toLowerCase()}. => We met in ${name}.`,
  ),
);
