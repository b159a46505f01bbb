import type { z } from "zod";
import type { ApiScope } from "../api-scopes.ts";

/** Parts of the API, in the order of its documentation. */
export const API_SECTIONS = ["Sites", "Issues", "Crawls", "Pages", "Words", "Webhooks"] as const;

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };
/** A schema with its name in the OpenAPI document; null: there is nothing to describe. */
type Named<Schema> = { name: string | null; schema: Schema };

/**
 * One operation of the API. Requests and answers are checked against it, and its description is made from it. A request or an
 * answer whose `name` is null has no body. `showsSecret`: its answer has a secret that is shown once.
 */
export type Contract<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> = {
  method: "get" | "post" | "patch" | "delete";
  path: string;
  section: (typeof API_SECTIONS)[number];
  scope: ApiScope;
  summary: string;
  description?: string;
  params: Params;
  query: Query;
  body: Named<Body>;
  answer: { status: 200 | 201 | 202 | 204; description: string } & Named<Answer>;
  showsSecret?: true;
};

/** A contract of which only the description matters. */
export type AnyContract = Contract<z.ZodObject, z.ZodObject, z.ZodType, z.ZodType>;

/** Returns a contract with the types of its schemas. */
export function contract<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Answer extends z.ZodType<JsonObject | null>,
>(one: Contract<Params, Query, Body, Answer>): Contract<Params, Query, Body, Answer> {
  return one;
}
