import { z } from "zod";
import { CHECK_IDS } from "../checks/check-kinds.ts";
import {
  API_ISSUE_STATES,
  issueListSchema,
  problemSchema,
  publishedAnswerSchema,
  publishedRequestSchema,
  siteListSchema,
} from "./api-schemas.ts";
import { API_SCOPES, type ApiScope } from "./api-scopes.ts";

const schemaOf = (schema: z.ZodType) => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { target: "draft-2020-12" });
  return json;
};
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const header = (description: string) => ({ description, schema: { type: "string" } });

const LIMIT_HEADERS = {
  "RateLimit-Policy": header('The requests that a token has in a time: `"default";q=120;w=60`.'),
  RateLimit: header('The requests that are left, and the seconds until all are there again: `"default";r=119;t=42`.'),
};
const PAGING = [
  { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 100, default: 50 } },
  { name: "cursor", in: "query", description: "`nextCursor` of the page before.", schema: { type: "string" } },
];
const SITE = { name: "siteId", in: "path", required: true, schema: { type: "string", format: "uuid" } };

const PROBLEMS = {
  400: "The request is not valid: `errors` names its fields.",
  401: "The token is missing, wrong or deleted.",
  403: "The token does not have the right.",
  404: "Your team has no such site.",
  409: "A request with the same Idempotency-Key is still running.",
  413: "The request is too large.",
  415: "The request is not JSON.",
  422: "The Idempotency-Key was used for another request.",
  429: "Too many requests. Wait as long as Retry-After says.",
  500: "A fault of ours. The detail has a code for our support.",
} as const;

type Success = { status: number; description: string; schema: string };

function operation(scope: ApiScope, { status, description, schema }: Success, faults: (keyof typeof PROBLEMS)[]) {
  const content = { "application/json": { schema: reference(schema) } };
  return {
    security: [{ token: [scope] }],
    responses: {
      [status]: { description, headers: LIMIT_HEADERS, content },
      ...Object.fromEntries(
        faults.map((fault) => [
          fault,
          { description: PROBLEMS[fault], content: { "application/problem+json": { schema: reference("Problem") } } },
        ]),
      ),
    },
  };
}

/** Returns the OpenAPI 3.1 description of the API. `appUrl` has no trailing slash. */
export function openApiDocument(appUrl: string) {
  return {
    openapi: "3.1.0",
    info: { title: "Flawless", version: "1", description: "Sites, their issues, and pages to check now." },
    servers: [{ url: `${appUrl}/api/v1` }],
    paths: {
      "/sites": {
        get: {
          operationId: "listSites",
          summary: "List the sites of the team",
          parameters: PAGING,
          ...operation(
            "sites:read",
            { status: 200, description: "A page of sites.", schema: "SiteList" },
            [400, 401, 403, 429, 500],
          ),
        },
      },
      "/sites/{siteId}/issues": {
        get: {
          operationId: "listIssues",
          summary: "List the issues of a site",
          parameters: [
            SITE,
            { name: "state", in: "query", schema: { type: "string", enum: API_ISSUE_STATES } },
            { name: "check", in: "query", schema: { type: "string", enum: CHECK_IDS } },
            ...PAGING,
          ],
          ...operation("issues:read", { status: 200, description: "A page of issues.", schema: "IssueList" }, [
            ...([400, 401, 403, 404, 429, 500] as const),
          ]),
        },
      },
      "/sites/{siteId}/published": {
        post: {
          operationId: "checkPublished",
          summary: "Have pages checked now",
          description: "For a deploy hook. Each page is checked within seconds, and the next digest tells what is new on it.",
          parameters: [
            SITE,
            {
              name: "Idempotency-Key",
              in: "header",
              description:
                "A text of your own. A repetition with the same key within a day gets the same answer and checks nothing again.",
              schema: { type: "string", minLength: 1, maxLength: 255 },
            },
          ],
          requestBody: { required: true, content: { "application/json": { schema: reference("PublishedRequest") } } },
          ...operation("pages:check", { status: 202, description: "What became of each address.", schema: "PublishedAnswer" }, [
            ...([400, 401, 403, 404, 409, 413, 415, 422, 429, 500] as const),
          ]),
        },
      },
    },
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: `A token of the team. Its rights: ${Object.keys(API_SCOPES).join(", ")}.`,
        },
      },
      schemas: {
        SiteList: schemaOf(siteListSchema),
        IssueList: schemaOf(issueListSchema),
        PublishedRequest: schemaOf(publishedRequestSchema),
        PublishedAnswer: schemaOf(publishedAnswerSchema),
        Problem: schemaOf(problemSchema),
      },
    },
  };
}
