import type { z } from "zod";
import type { ApiCaller } from "#prisma/queries/api/admit-api-caller.ts";
import type { Contract, JsonObject } from "#worker/core/api/contracts/contract.ts";
import { DomainError } from "#worker/core/errors.ts";
import { readInput } from "../forms/read-input.ts";
import type { ApiDependencies, ApiOperation, ApiRequest, ApiResult } from "./answer-api.ts";
import { answerOnce } from "./answer-once.ts";
import { queryFields } from "./query-fields.ts";
import { readJson } from "./read-json.ts";

/** A request whose parts have been checked against the contract. */
type Checked<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> = {
  caller: ApiCaller;
  params: z.output<Params>;
  query: z.output<Query>;
  body: z.output<Body>;
};

const UNKNOWN: Readonly<Record<string, string>> = {
  siteId: "Your team has no such site.",
  issueId: "Your team has no such issue.",
  crawlId: "Your team has no such crawl.",
  pageId: "Your team has no such page.",
  wordId: "Your dictionaries have no such word.",
  webhookId: "Your team has no such webhook.",
};

/**
 * Returns the operation that a contract describes. What comes in is checked against it before the work, and what the work returns
 * afterwards. A POST is done once for its Idempotency-Key.
 */
export function apiOperation<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType<JsonObject | null>,
>(
  contract: Contract<Params, Query, Body, Answer>,
  work: (dependencies: ApiDependencies, request: Checked<Params, Query, Body>) => Promise<z.input<Answer>>,
): ApiOperation {
  return {
    scope: contract.scope,
    async answer(dependencies, { caller, request, params: given }) {
      const params = readIds(contract.params, given);
      const query = readInput(contract.query, queryFields(request));
      const sent = contract.body.name === null ? { text: "", json: undefined } : await readJson(request);
      if (sent instanceof Response) return sent;
      const body = readInput(contract.body.schema, sent.json);
      const run = async (): Promise<ApiResult> => {
        const answer = await work(dependencies, { caller, params, query, body });
        return { status: contract.answer.status, body: contract.answer.schema.parse(answer) };
      };
      if (contract.method !== "post") return run();
      const path = `${contract.path} ${JSON.stringify(params)}`;
      return answerOnce(dependencies, { caller, request, path, text: sent.text, isSecret: contract.showsSecret === true }, run);
    },
  };
}

/** Returns the ids in an address. @throws DomainError `not-found` when one is no id, since nothing has it. */
function readIds<Params extends z.ZodObject>(schema: Params, given: ApiRequest["params"]): z.output<Params> {
  const ids = schema.safeParse(given);
  if (ids.success) return ids.data;
  const [name] = ids.error.issues[0]?.path ?? [];
  throw new DomainError("not-found", UNKNOWN[String(name)] ?? "There is no such thing.");
}
