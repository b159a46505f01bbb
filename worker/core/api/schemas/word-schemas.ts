import { z } from "zod";
import { isWord, LONGEST_WORD } from "../../view/words/word-list.ts";
import { countField, idField, listOf, timeField } from "./api-fields.ts";

/** Words in one request. */
const MOST_WORDS = 500;

const siteId = idField.nullable().meta({ description: "The site whose dictionary it is; null: the dictionary of all sites." });
const withEndings = z.boolean().meta({ description: "True: its plural and verb forms are accepted too.", examples: [false] });

/** A word of a dictionary in the API. */
export const wordSchema = z.strictObject({
  id: idField,
  siteId,
  word: z.string().meta({ examples: ["kombucha"] }),
  withEndings,
  addedAt: timeField,
});
export const wordListSchema = listOf(wordSchema);

export const wordsRequestSchema = z.strictObject({
  siteId,
  words: z
    .array(
      z.strictObject({
        word: z
          .string()
          .normalize("NFC")
          .trim()
          .refine(isWord, `Send single words of at most ${LONGEST_WORD} characters, with at least one letter.`)
          .meta({ examples: ["kombucha"] }),
        withEndings: withEndings.default(false),
      }),
    )
    .min(1, "Send at least one word.")
    .max(MOST_WORDS, `Send at most ${MOST_WORDS} words at a time.`),
});
export const wordsAnswerSchema = z.strictObject({
  added: countField.meta({ description: "New words, and known ones that have endings now." }),
  known: countField.meta({ description: "Words that were there already.", examples: [0] }),
  issuesClosed: countField.meta({ description: "Spelling issues about them, which are closed now.", examples: [1] }),
});
