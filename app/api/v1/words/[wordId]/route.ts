import { apiRoute } from "#app/_lib/api/api-route.ts";
import { removeWord } from "#app/_lib/api/operations/word-operations.ts";

/** Removes a word. */
export const DELETE = apiRoute(removeWord);
