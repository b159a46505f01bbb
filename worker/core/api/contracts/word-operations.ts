import { z } from "zod";
import { idField } from "../schemas/api-fields.ts";
import { wordListSchema, wordsAnswerSchema, wordsRequestSchema } from "../schemas/word-schemas.ts";
import { contract } from "./contract.ts";
import { NO_BODY, NO_PARAMS, NO_QUERY, PAGING } from "./parameters.ts";

/** Operations about words, by their ids in the OpenAPI document. */
export const WORD_OPERATIONS = {
  listWords: contract({
    method: "get",
    path: "/words",
    section: "Words",
    scope: "words:read",
    summary: "List the words of a dictionary",
    params: NO_PARAMS,
    query: PAGING.extend({
      siteId: idField.optional().meta({ description: "The site’s own dictionary; without it, the dictionary of all sites." }),
    }),
    body: NO_BODY,
    answer: { status: 200, description: "A page of words.", name: "WordList", schema: wordListSchema },
  }),
  addWords: contract({
    method: "post",
    path: "/words",
    section: "Words",
    scope: "words:write",
    summary: "Add words to a dictionary",
    description: "Open spelling issues about these words are closed at once.",
    params: NO_PARAMS,
    query: NO_QUERY,
    body: { name: "WordsRequest", schema: wordsRequestSchema },
    answer: { status: 200, description: "What was added.", name: "WordsAnswer", schema: wordsAnswerSchema },
  }),
  removeWord: contract({
    method: "delete",
    path: "/words/{wordId}",
    section: "Words",
    scope: "words:write",
    summary: "Remove a word",
    description: "Issues that it had closed and that are still on the site open again.",
    params: z.object({ wordId: idField }),
    query: NO_QUERY,
    body: NO_BODY,
    answer: { status: 204, description: "It is removed.", name: null, schema: z.null() },
  }),
};
