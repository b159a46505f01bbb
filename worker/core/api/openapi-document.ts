import { z } from "zod";
import { API_OPERATIONS } from "./api-operations.ts";
import { API_SCOPES } from "./api-scopes.ts";
import { type AnyContract, API_SECTIONS } from "./contracts/contract.ts";
import { problemSchema } from "./schemas/problem-schema.ts";

export type JsonSchema = z.core.JSONSchema.BaseSchema;
type Media = Record<string, { schema: { $ref: string } }>;
/** An answer as the document describes it. Without `content`, it has no body. */
type Described = { description: string; headers?: Record<string, ReturnType<typeof header>>; content?: Media };
type Parameter = { name: string; in: "path" | "query" | "header"; required: boolean; description?: string; schema: JsonSchema };

const jsonSchemaOf = (schema: z.ZodType, io: "input" | "output"): JsonSchema => {
  const { $schema: _dialect, "~standard": _standard, ...json } = z.toJSONSchema(schema, { target: "draft-2020-12", io });
  return json;
};
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const header = (description: string) => ({ description, schema: { type: "string" } });

const LIMIT_HEADERS = {
  "RateLimit-Policy": header('The requests that a token has in a time: `"default";q=120;w=60`.'),
  RateLimit: header('The requests that are left, and the seconds until all are there again: `"default";r=119;t=42`.'),
};
const IDEMPOTENCY: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "A text of your own. A repetition with the same key within a day gets the same answer, and nothing is done twice.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

/** Faults by their status. */
export const API_FAULTS = {
  400: "The request is not valid: `errors` names its fields.",
  401: "The token is missing, wrong, deleted or expired.",
  403: "The token does not have the right, or your plan does not allow it.",
  404: "There is no such thing, or the token does not cover it.",
  409: "It cannot be done now, or a request with the same Idempotency-Key is still running.",
  413: "The request is too large.",
  415: "The request is not JSON.",
  422: "The Idempotency-Key was used for another request.",
  429: "Too many requests. Wait as long as Retry-After says.",
  500: "A fault of ours. The detail has a code for our support.",
  503: "Not available now. Try again in a minute.",
} as const;
type Fault = keyof typeof API_FAULTS;

function faultsOf({ method, query, body, params }: AnyContract): Fault[] {
  const hasFields = body.name !== null || Object.keys(query.shape).length > 0;
  const names = Object.keys(params.shape).length > 0 || body.name !== null || "siteId" in query.shape;
  const changes = method !== "get";
  const faults: [Fault, boolean][] = [
    [400, hasFields || method === "post"],
    [404, names],
    [409, changes],
    [413, body.name !== null],
    [415, body.name !== null],
    [422, method === "post"],
    [503, changes],
  ];
  const own = faults.flatMap(([fault, applies]) => (applies ? [fault] : []));
  return [...own, 401 as const, 403 as const, 429 as const, 500 as const].sort((one, other) => one - other);
}

function parametersOf({ params, query, method }: AnyContract): Parameter[] {
  const described = (shape: z.ZodObject, from: "path" | "query"): Parameter[] => {
    const { properties = {}, required = [] } = jsonSchemaOf(shape, "input");
    return Object.entries(properties).flatMap(([name, property]) => {
      if (typeof property === "boolean") return [];
      const { description, ...schema } = property;
      return [
        { name, in: from, required: required.includes(name), ...(description === undefined ? {} : { description }), schema },
      ];
    });
  };
  return [...described(params, "path"), ...described(query, "query"), ...(method === "post" ? [IDEMPOTENCY] : [])];
}

function responsesOf(one: AnyContract): Record<string, Described> {
  const { status, description, name } = one.answer;
  const content = name === null ? {} : { content: { "application/json": { schema: reference(name) } } };
  const problem: Media = { "application/problem+json": { schema: reference("Problem") } };
  return {
    [status]: { description, headers: LIMIT_HEADERS, ...content },
    ...Object.fromEntries(faultsOf(one).map((fault) => [fault, { description: API_FAULTS[fault], content: problem }])),
  };
}

function operationOf(operationId: string, one: AnyContract) {
  const { summary, description, section, scope, body } = one;
  return {
    operationId,
    tags: [section],
    summary,
    ...(description === undefined ? {} : { description }),
    security: [{ token: [scope] }],
    parameters: parametersOf(one),
    ...(body.name === null
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: reference(body.name) } } } }),
    responses: responsesOf(one),
  };
}

/** Returns the OpenAPI 3.1 description of the API. `appUrl` has no trailing slash. */
export function openApiDocument(appUrl: string) {
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {};
  const schemas: Record<string, JsonSchema> = { Problem: jsonSchemaOf(problemSchema, "output") };
  const operations: [string, AnyContract][] = Object.entries(API_OPERATIONS);
  for (const [id, one] of operations) {
    paths[one.path] = { ...paths[one.path], [one.method]: operationOf(id, one) };
    if (one.body.name !== null) schemas[one.body.name] = jsonSchemaOf(one.body.schema, "input");
    if (one.answer.name !== null) schemas[one.answer.name] = jsonSchemaOf(one.answer.schema, "output");
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Flawless",
      version: "1",
      description: "Sites, their issues, crawls, pages, dictionaries and webhooks, for your own programs.",
    },
    servers: [{ url: `${appUrl}/api/v1` }],
    tags: API_SECTIONS.map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: `A token of the team. Its rights: ${Object.keys(API_SCOPES).join(", ")}.`,
        },
      },
      schemas,
    },
  };
}
