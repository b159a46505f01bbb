import type { z } from "zod";
import { requestPageCheck } from "#prisma/queries/crawls/request-page-check.ts";
import { publishedAnswerSchema, publishedRequestSchema } from "#worker/core/api/api-schemas.ts";
import { DomainError } from "#worker/core/errors.ts";
import { InputError, readInput } from "../forms/read-input.ts";
import { readBounded } from "../read-bounded.ts";
import type { ApiDependencies, ApiOperation } from "./answer-api.ts";
import { answerOnce } from "./answer-once.ts";
import { requireSiteId } from "./list-issues.ts";
import { problem } from "./problem.ts";

const MOST_BYTES = 64 * 1024;

/** Has pages of a Site checked now that were published, and says what became of each address. */
export function checkPublished(siteId: string): ApiOperation {
  return {
    scope: "pages:check",
    async run(dependencies, caller, request) {
      if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? ""))
        return problem({ status: 415, detail: "Send JSON with the header “Content-Type: application/json”." });
      const text = await readBounded(request, MOST_BYTES);
      if (text === null) return problem({ status: 413, detail: `Send at most ${MOST_BYTES / 1024} KB.` });
      const { urls } = readInput(publishedRequestSchema, parseJson(text));
      const id = requireSiteId(siteId);
      return answerOnce(dependencies, { caller, request, path: `published ${id}`, text }, async () => {
        const data: Outcome[] = [];
        for (const url of new Set(urls)) data.push(await checkOne(dependencies, { teamId: caller.teamId, siteId: id, url }));
        return { status: 202, body: publishedAnswerSchema.parse({ data }) };
      });
    },
  };
}

type Outcome = z.infer<typeof publishedAnswerSchema>["data"][number];

/** A Site that is unknown, paused or new is the fault of the whole request; any other refusal is that of one address. */
async function checkOne(
  dependencies: ApiDependencies,
  { teamId, siteId, url }: { teamId: string; siteId: string; url: string },
): Promise<Outcome> {
  try {
    const { crawlId } = await requestPageCheck(dependencies, { teamId, siteId, typed: url.replaceAll("\0", "") });
    return { url, status: "queued", crawlId };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === "not-found" || error.code === "conflict") throw error;
    return { url, status: "refused", code: error.code, detail: error.message };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new InputError({ body: "This is not JSON." });
    throw error;
  }
}
