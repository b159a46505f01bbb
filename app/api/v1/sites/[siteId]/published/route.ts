import { answerApi } from "#app/_lib/api/answer-api.ts";
import { apiDependencies } from "#app/_lib/api/api-dependencies.ts";
import { checkPublished } from "#app/_lib/api/check-published.ts";

/** Has pages checked that were published. */
export async function POST(request: Request, { params }: { params: Promise<{ siteId: string }> }): Promise<Response> {
  return answerApi(await apiDependencies(), request, checkPublished((await params).siteId));
}
