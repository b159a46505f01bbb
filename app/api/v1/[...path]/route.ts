import { problem } from "#app/_lib/api/problem.ts";

/** Answers addresses that the API does not have. */
export function GET(): Response {
  return problem({ status: 404, detail: "The API has no such address. All its addresses are described at /docs/api." });
}
export { GET as DELETE, GET as PATCH, GET as POST, GET as PUT };
