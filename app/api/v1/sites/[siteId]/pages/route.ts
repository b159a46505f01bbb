import { apiRoute } from "#app/_lib/api/api-route.ts";
import { listPages } from "#app/_lib/api/operations/page-operations.ts";

/** Lists the Pages of a Site. */
export const GET = apiRoute(listPages);
