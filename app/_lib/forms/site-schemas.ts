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

/** The address of a website as a person types it. */
export const typedAddressSchema = z
  .string()
  .trim()
  .min(1, "Enter the address of your website, for example example.com.")
  .max(2_000, "This address is too long. Use at most 2,000 characters.");

/** An IANA time zone name that this runtime knows. */
export const timeZoneSchema = z.string().refine(isTimeZone, "Choose a time zone from the list, for example Europe/Vienna.");
