import { apiRoute } from "#app/_lib/api/api-route.ts";
import { listIssues } from "#app/_lib/api/operations/issue-operations.ts";

/** Lists the Issues of a Site. */
export const GET = apiRoute(listIssues);
