import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { z } from "zod";
import { type ApiOperation, answerApi } from "#app/_lib/api/answer-api.ts";
import * as crawls from "#app/_lib/api/operations/crawl-operations.ts";
import * as issues from "#app/_lib/api/operations/issue-operations.ts";
import * as pages from "#app/_lib/api/operations/page-operations.ts";
import * as sites from "#app/_lib/api/operations/site-operations.ts";
import * as webhooks from "#app/_lib/api/operations/webhook-operations.ts";
import * as words from "#app/_lib/api/operations/word-operations.ts";
import { addApiToken } from "#prisma/queries/api/api-tokens.ts";
import { createQueue, type Queue } from "#prisma/queue.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { type SeededSite, seedSite } from "#test/support/seed/seed-site.ts";
import { type SeededTeam, seedTeam } from "#test/support/seed/seed-team.ts";
import { API_OPERATIONS } from "#worker/core/api/api-operations.ts";
import { API_SCOPES, type ApiScope, isApiScope } from "#worker/core/api/api-scopes.ts";
import { openApiDocument } from "#worker/core/api/openapi-document.ts";
import type { PlanId } from "#worker/core/plans.ts";

export const APP_URL = "https://flawless.example";
export const ALL_SCOPES = Object.keys(API_SCOPES).filter(isApiScope);
export const NOW = new Date("2026-11-29T12:00:00.000Z");

export type OperationId = keyof typeof API_OPERATIONS;
export const OPERATION_IDS = z.array(z.string()).parse(Object.keys(API_OPERATIONS)).filter(isOperationId);
/** The work of each operation of the contract. */
export const OPERATIONS: Readonly<Record<OperationId, ApiOperation>> = {
  ...sites,
  ...issues,
  ...crawls,
  ...pages,
  ...words,
  ...webhooks,
};

function isOperationId(id: string): id is OperationId {
  return Object.hasOwn(API_OPERATIONS, id);
}

type Sent = {
  token?: string;
  params?: Record<string, string>;
  query?: string;
  /** A text is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  now?: Date;
};
type Answer = { status: number; headers: Headers; json: ReturnType<typeof JSON.parse> };
type Token = { scopes?: readonly ApiScope[]; siteIds?: readonly string[]; expiresAt?: Date };

export type ApiFixture = {
  database: TestDatabase;
  queue: Queue;
  /** Calls an operation. Its answer must be one that the OpenAPI document describes. */
  call(id: OperationId, sent: Sent): Promise<Answer>;
  addToken(team: SeededTeam, wanted?: Token): Promise<string>;
  openTeam(wanted?: Token & { plan?: PlanId }): Promise<SeededTeam & { token: string }>;
  openSite(wanted?: Token & { plan?: PlanId }): Promise<SeededTeam & SeededSite & { token: string }>;
  stop(): Promise<void>;
};

export const apiDocument = openApiDocument(APP_URL);

const checkers = new Map(
  Object.entries(apiDocument.components.schemas).map(([name, schema]) => [
    name,
    z.fromJSONSchema(z.record(z.string(), z.json()).parse(schema)),
  ]),
);

/** Checks an answer against a schema of the OpenAPI document. */
export function expectShape(name: string, json: unknown): void {
  const parsed = (checkers.get(name) ?? z.never()).safeParse(json);
  expect(parsed.error?.issues ?? [], `${name}: ${JSON.stringify(json)?.slice(0, 500)}`).toEqual([]);
}

async function readDescribed(id: OperationId, response: Response): Promise<unknown> {
  const { path, method } = API_OPERATIONS[id];
  const described = new Map(Object.entries(apiDocument.paths[path]?.[method]?.responses ?? {})).get(String(response.status));
  expect(described, `${id} answers ${response.status}`).toBeDefined();
  const text = await response.text();
  const [type, media] = Object.entries(described?.content ?? {})[0] ?? [];
  if (type === undefined || !media) {
    expect(text, id).toBe("");
    return null;
  }
  expect(response.headers.get("content-type")?.startsWith(type), `${id}: ${type}`).toBe(true);
  const json: unknown = JSON.parse(text);
  expectShape(media.schema.$ref.split("/").at(-1) ?? "", json);
  return json;
}

/** Opens a database and a queue, and returns how to call the API on them. */
export async function openApi(): Promise<ApiFixture> {
  const database = await createTestDatabase();
  const queue = await createQueue(database.url, () => undefined);
  const keys = deriveSecretKeys({ AUTH_SECRET: "x".repeat(32) });

  const call: ApiFixture["call"] = async (id, { token, params = {}, query = "", body, headers = {}, now = NOW }) => {
    const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const request = new Request(`${APP_URL}/api/v1/x${query}`, {
      method: API_OPERATIONS[id].method.toUpperCase(),
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...sent,
    });
    const dependencies = { db: database.db, queue, keys, appUrl: APP_URL, allowedPrivateHosts: [], now };
    const response = await answerApi(dependencies, request, OPERATIONS[id], params);
    const { status, headers: answered } = response;
    return { status, headers: answered, json: await readDescribed(id, response) };
  };
  const addToken: ApiFixture["addToken"] = async ({ teamId, userId }, { scopes = ALL_SCOPES, siteIds, expiresAt } = {}) =>
    addApiToken(
      database.db,
      { teamId, userId, name: "Deploy hook", scopes, sites: siteIds ?? "all", expiresAt: expiresAt ?? null },
      NOW,
    );
  const openTeam: ApiFixture["openTeam"] = async ({ plan = "pro", ...wanted } = {}) => {
    const team = await seedTeam(database.db, { email: `${randomUUID()}@bakery.example`, plan });
    return { ...team, token: await addToken(team, wanted) };
  };
  return {
    database,
    queue,
    call,
    addToken,
    openTeam,
    async openSite(wanted) {
      const team = await openTeam(wanted);
      return { ...team, ...(await seedSite(database.db, { ...team, now: NOW })) };
    },
    async stop() {
      await queue.stop({ graceful: false });
      await database.drop();
    },
  };
}
