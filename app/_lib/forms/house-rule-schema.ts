import { z } from "zod";
import { LONGEST_TERM, RULE_KINDS } from "#worker/core/house-style/house-rule.ts";
import { patternsSchema } from "./site-settings-schema.ts";

const LONGEST_PASTE = 300_000;

const ticked = z
  .literal("on")
  .optional()
  .catch(undefined)
  .transform((value) => value === "on");

const common = {
  kind: z.enum(RULE_KINDS, "Choose what kind of rule it is."),
  forms: ticked,
  pages: patternsSchema,
  exceptPages: patternsSchema,
};

/** A pasted list of rules, as the form sends it. */
export const ruleListSchema = z.object({
  ...common,
  list: z.string().max(LONGEST_PASTE, "This list is too long. Paste it in parts."),
  step: z.enum(["try", "add"]).catch("try"),
});

const oneLine = z.string().transform((text) => text.normalize("NFC").replace(/\s+/gu, " ").trim());

/** One rule, as the form sends it. */
export const houseRuleSchema = z.object({
  ...common,
  ruleId: z.uuid(),
  term: oneLine,
  replacement: oneLine.optional().transform((text) => (text ?? "").slice(0, LONGEST_TERM + 1)),
});
