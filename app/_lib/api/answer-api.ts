import { randomUUID } from "node:crypto";
import type { Database, Prisma } from "#prisma/client.ts";
import { type ApiCaller, admitApiCaller } from "#prisma/queries/api/admit-api-caller.ts";
import { API_QUOTA, type ApiQuota, spendApiRequest } from "#prisma/queries/api/spend-api-request.ts";
import { requireFeature } from "#prisma/queries/operating/is-switched-on.ts";
import { requireChangesTaken } from "#prisma/queries/winding-down/require-still-open.ts";
import type { Queue } from "#prisma/queue.ts";
import type { SecretKeys } from "#prisma/sealed-secret.ts";
import { API_SCOPES, type ApiScope, SCOPE_RIGHTS } from "#worker/core/api/api-scopes.ts";
import { DomainError, type ErrorCode } from "#worker/core/errors.ts";
import { refusalOf } from "#worker/core/people/rights.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { log } from "#worker/log.ts";
import { noteInLog } from "#worker/telemetry/log-context.ts";
import { InputError } from "../forms/read-input.ts";
import { problem } from "./problem.ts";

export type ApiDependencies = {
  db: Database;
  queue: Queue;
  keys: SecretKeys;
  /** Without a trailing slash. */
  appUrl: string;
  allowedPrivateHosts: readonly string[];
  now: Date;
};
/** `body` null: the answer has none. */
export type ApiResult = { status: number; body: Prisma.InputJsonObject | null };
/** A request as an operation gets it. `params`: the ids in its address. */
export type ApiRequest = { caller: ApiCaller; request: Request; params: Readonly<Record<string, string>> };
/** One operation of the API: the right that it needs, and its work. */
export type ApiOperation = {
  scope: ApiScope;
  answer(dependencies: ApiDependencies, request: ApiRequest): Promise<ApiResult | Response>;
};

/** The methods that change nothing. */
const READING: ReadonlySet<string> = new Set(["GET", "HEAD"]);

const STATUS: Readonly<Record<ErrorCode, number>> = {
  "invalid-input": 400,
  "not-found": 404,
  forbidden: 403,
  conflict: 409,
  "plan-limit": 403,
  unreachable: 400,
  "private-address": 400,
  "not-html": 400,
  "robots-denied": 400,
  "mail-refused": 400,
  unavailable: 503,
};

/**
 * Answers a request to the API: checks its token, counts it, checks the token's right, and does the work. Every fault is a problem by RFC 9457; one
 * of ours is logged under a code that the caller gets.
 */
export async function answerApi(
  dependencies: ApiDependencies,
  request: Request,
  operation: ApiOperation,
  params: ApiRequest["params"] = {},
): Promise<Response> {
  const { db, now } = dependencies;
  let headers: Record<string, string> = {};
  try {
    const token = /^Bearer +(\S{1,200})$/i.exec(request.headers.get("authorization") ?? "")?.[1];
    const caller = token === undefined ? null : await admitApiCaller(db, { token, now });
    if (!caller) return refuseStranger();
    noteInLog({ teamId: teamOf(caller.teamId) });
    const quota = await spendApiRequest(db, { tokenId: caller.tokenId, now });
    headers = limitHeaders(quota);
    if (quota.left < 0) {
      const detail = `A token has ${API_QUOTA.requests} requests in ${API_QUOTA.seconds} seconds. Wait ${quota.resetSeconds} seconds.`;
      return problem({ status: 429, detail, headers: { ...headers, "Retry-After": String(quota.resetSeconds) } });
    }
    const refusal = refusalFor(caller, operation.scope);
    if (refusal !== null) return problem({ status: 403, detail: refusal, headers });
    await requireFeature(db, { feature: "api", teamId: teamOf(caller.teamId) });
    if (!READING.has(request.method)) await requireChangesTaken(db);
    const result = await operation.answer(dependencies, { caller, request, params });
    if (result instanceof Response) return withHeaders(result, headers);
    const kept = { "Cache-Control": "no-store", ...headers };
    if (result.body === null) return new Response(null, { status: result.status, headers: kept });
    return Response.json(result.body, { status: result.status, headers: kept });
  } catch (error) {
    return describe(error, headers);
  }
}

/** Returns the sentence that refuses an operation to a token; null if it may. Its creator is an owner. */
function refusalFor({ scopes, teamId }: ApiCaller, scope: ApiScope): string | null {
  if (!scopes.includes(scope)) return `This token does not have the right ${scope} (${API_SCOPES[scope]}).`;
  return refusalOf({ role: "owner", teamId }, SCOPE_RIGHTS[scope]) === null
    ? null
    : "This token covers some of the team’s sites only, and this concerns all of them. Use a token for all sites.";
}

function refuseStranger(): Response {
  const detail =
    "Send a token of your team in the header “Authorization: Bearer flw_…”. This one is missing, wrong, deleted or expired.";
  return problem({ status: 401, detail, headers: { "WWW-Authenticate": "Bearer" } });
}

/** Returns the headers of draft-ietf-httpapi-ratelimit-headers-10. */
function limitHeaders({ left, resetSeconds }: ApiQuota): Record<string, string> {
  return {
    "RateLimit-Policy": `"default";q=${API_QUOTA.requests};w=${API_QUOTA.seconds}`,
    RateLimit: `"default";r=${Math.max(0, left)};t=${resetSeconds}`,
  };
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function describe(error: unknown, headers: Record<string, string>): Response {
  if (error instanceof DomainError) return problem({ status: STATUS[error.code], detail: error.message, headers });
  if (error instanceof InputError)
    return problem({ status: 400, detail: "Some fields are not valid.", errors: error.fields, headers });
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference }, "a request to the API failed");
  return problem({
    status: 500,
    detail: `Something went wrong on our side. If it happens again, send us this code: ${reference}.`,
    headers,
  });
}
