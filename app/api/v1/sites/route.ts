import { answerApi } from "#app/_lib/api/answer-api.ts";
import { apiDependencies } from "#app/_lib/api/api-dependencies.ts";
import { listSites } from "#app/_lib/api/list-sites.ts";

/** Lists the Team's Sites. */
export async function GET(request: Request): Promise<Response> {
  return answerApi(await apiDependencies(), request, listSites);
}
