import { apiRoute } from "#app/_lib/api/api-route.ts";
import { readIssue } from "#app/_lib/api/operations/issue-operations.ts";

/** Returns an Issue with its history. */
export const GET = apiRoute(readIssue);
