import { apiRoute } from "#app/_lib/api/api-route.ts";
import { checkPublished } from "#app/_lib/api/operations/page-operations.ts";

/** Has pages checked that were published. */
export const POST = apiRoute(checkPublished);
