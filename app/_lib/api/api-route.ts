import { type ApiOperation, answerApi } from "./answer-api.ts";
import { apiDependencies } from "./api-dependencies.ts";

/** A handler of a route, as Next calls it with the ids in its address. */
export type ApiHandler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Returns the handler of an operation. */
export function apiRoute(operation: ApiOperation): ApiHandler {
  return async (request, { params }) => answerApi(await apiDependencies(), request, operation, await params);
}
