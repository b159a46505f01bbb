import { apiRoute } from "#app/_lib/api/api-route.ts";
import { readSite } from "#app/_lib/api/operations/site-operations.ts";

/** Returns a Site. */
export const GET = apiRoute(readSite);
