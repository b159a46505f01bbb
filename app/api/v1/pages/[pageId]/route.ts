import { apiRoute } from "#app/_lib/api/api-route.ts";
import { readPage } from "#app/_lib/api/operations/page-operations.ts";

/** Returns a Page with its Issues. */
export const GET = apiRoute(readPage);
