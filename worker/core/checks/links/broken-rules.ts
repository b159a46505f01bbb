import { LINK_RULES } from "./link-rules.ts";

/** Rules about links that do not work for visitors. The others are about links that work but could be better. */
export const BROKEN_RULES: readonly string[] = Object.entries(LINK_RULES)
  .filter(([, { state }]) => state === "broken")
  .map(([rule]) => rule);
