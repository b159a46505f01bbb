import { apiRoute } from "#app/_lib/api/api-route.ts";
import { listAssignees } from "#app/_lib/api/operations/issue-operations.ts";

/** Lists the people to whom Issues of a Site can be assigned. */
export const GET = apiRoute(listAssignees);
