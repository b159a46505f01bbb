import { answerApi } from "#app/_lib/api/answer-api.ts";
import { apiDependencies } from "#app/_lib/api/api-dependencies.ts";
import { listIssues } from "#app/_lib/api/list-issues.ts";

/** Lists the Issues of a Site. */
export async function GET(request: Request, { params }: { params: Promise<{ siteId: string }> }): Promise<Response> {
  return answerApi(await apiDependencies(), request, listIssues((await params).siteId));
}
