import { z } from "zod";
import { LANGUAGES } from "#worker/core/language/languages.ts";
import { timeZoneSchema } from "./site-schemas.ts";

const MOST_PATTERNS = 100;
const LONGEST_PATTERN = 500;

/** URL patterns, one per line; empty lines are dropped. */
export const patternsSchema = z
  .string()
  .default("")
  .transform((typed) => [...new Set(typed.split(/\r?\n/).map((line) => line.trim()))].filter(Boolean))
  .superRefine((lines, context) => {
    const fault = lines.length > MOST_PATTERNS ? `Use at most ${MOST_PATTERNS} patterns.` : lines.map(faultOf).find(Boolean);
    if (fault) context.addIssue({ code: "custom", message: fault });
  });

function faultOf(line: string): string | undefined {
  if (line.length > LONGEST_PATTERN) return `“${line.slice(0, 40)}…” is longer than ${LONGEST_PATTERN} characters.`;
  if (/\s/u.test(line))
    return `“${line}” contains a space. Write one pattern on each line, and write a space in an address as %20.`;
  if (/^[*/.:]+$/.test(line)) return `“${line}” would match every page. Write a narrower pattern.`;
  return undefined;
}

const clicksSchema = z.coerce
  .number("Enter a number of clicks.")
  .int("Enter a whole number.")
  .min(1, "Use at least 1 click.")
  .max(100, "Use at most 100 clicks.");

/** A Site's general settings as the form sends them. */
export const generalSettingsSchema = z.object({
  name: z.string().trim().min(1, "Enter a name for the site.").max(100, "Use at most 100 characters."),
  language: z.enum(["auto", ...LANGUAGES], "Choose a language from the list."),
});

/** When a Site is crawled and which pages are read, as the form sends it. */
export const crawlSettingsSchema = z.object({
  timeZone: timeZoneSchema,
  crawlHour: z.coerce.number("Choose an hour.").int("Choose an hour.").min(0, "Choose an hour.").max(23, "Choose an hour."),
  pageLimit: z.coerce.number("Enter a number of pages.").int("Enter a whole number.").min(1, "Use at least 1 page."),
  maxDepth: z.preprocess((typed) => (typed === undefined || typed === "" ? null : typed), clicksSchema.nullable()),
  include: patternsSchema,
  exclude: patternsSchema,
});
