import { apiRoute } from "#app/_lib/api/api-route.ts";
import { checkPage } from "#app/_lib/api/operations/page-operations.ts";

/** Has a Page checked. */
export const POST = apiRoute(checkPage);
