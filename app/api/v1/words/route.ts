import { apiRoute } from "#app/_lib/api/api-route.ts";
import { addWords, listWords } from "#app/_lib/api/operations/word-operations.ts";

/** Lists the words of a dictionary. */
export const GET = apiRoute(listWords);

/** Adds words to a dictionary. */
export const POST = apiRoute(addWords);
