import { z } from "zod";
import { isTimeZone } from "#worker/core/schedule/next-crawl-at.ts";
import { LONGEST_WORD } from "#worker/core/view/words/word-list.ts";

/** A word for a dictionary. */
export const wordSchema = z
  .string()
  .normalize("NFC")
  .trim()
  .min(1, "Enter a word.")
  .max(LONGEST_WORD, "This is too long for a word.");

/** An IANA time zone name that this runtime knows. */
export const timeZoneSchema = z.string().refine(isTimeZone, "Choose a time zone from the list, for example Europe/Vienna.");
