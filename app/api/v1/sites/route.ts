import { apiRoute } from "#app/_lib/api/api-route.ts";
import { listSites } from "#app/_lib/api/operations/site-operations.ts";

/** Lists the Sites. */
export const GET = apiRoute(listSites);
