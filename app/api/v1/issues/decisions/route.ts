import { apiRoute } from "#app/_lib/api/api-route.ts";
import { decideIssues } from "#app/_lib/api/operations/issue-operations.ts";

/** Applies a decision to Issues. */
export const POST = apiRoute(decideIssues);
