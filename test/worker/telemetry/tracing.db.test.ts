import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { requestCrawl } from "#prisma/queries/crawls/request-crawl.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { type CrawlHarness, startCrawlHarness } from "#test/support/crawl-harness.ts";
import { deliver } from "#worker/jobs/deliver.ts";
import { runCrawl } from "#worker/jobs/run-crawl.ts";
import { inLogContext } from "#worker/telemetry/log-context.ts";
import { openSpan, startTracing } from "#worker/telemetry/tracing.ts";

const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(z.object({ key: z.string(), value: z.unknown() })),
});
const exportSchema = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })) })),
});

const PAGE =
  '<!doctype html><html lang="en"><head><title>Bakery</title></head><body><h1>Bread</h1><p>We recieve guests every day of the week.</p></body></html>';

const received: string[] = [];
/** Plays an OpenTelemetry collector. */
const collector = createServer(async (request, response) => {
  if (request.url === "/v1/traces") received.push(await text(request));
  response.writeHead(200, { "content-type": "application/json" }).end("{}");
});
let harness: CrawlHarness;
let endpoint = "";
beforeAll(async () => {
  harness = await startCrawlHarness();
  // Without scripts, so that it needs no browser.
  await writeFile(join(harness.folder, "index.html"), PAGE);
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  const address = collector.address();
  if (typeof address === "object" && address) endpoint = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  collector.closeAllConnections();
  collector.close();
  await harness?.close();
});

it("makes one trace from the request for a crawl to its mail", async () => {
  const flush = startTracing(endpoint, "worker");
  const request = openSpan("POST /sites/[siteId]", { "http.route": "/sites/[siteId]" });
  // The crawl is run outside the request, as by another process: only the database connects them.
  const { db, queue, log, tools } = harness.dependencies;
  const now = new Date();
  const { crawlId } = await inLogContext({ traceparent: request?.traceparent }, () =>
    requestCrawl({ db, queue, now }, harness),
  );
  const checks = { version: "none", checkBlocks: async () => [] };
  await runCrawl({ ...harness.dependencies, tools: { ...tools, checks } }, crawlId, new AbortController().signal);
  request?.end({ "http.response.status_code": 303 }, false);
  const mail = await db.delivery.findFirstOrThrow({ where: { kind: "first_report" } });
  const secretKeys = deriveSecretKeys({ AUTH_SECRET: "a secret of the tests, at least 32 characters" });
  const appUrl = "http://localhost:3000";
  await deliver({ db, relays: null, secretKeys, appUrl, from: "a@example.com", log }, mail.id);
  await flush();

  const spans = received.flatMap((body) =>
    exportSchema.parse(JSON.parse(body)).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  );
  const named = new Map(spans.map((span) => [span.name, span]));
  const parentOf = (name: string) => spans.find(({ spanId }) => spanId === named.get(name)?.parentSpanId)?.name;
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  expect(named.get("POST /sites/[siteId]")?.parentSpanId || undefined).toBeUndefined();
  expect(parentOf("crawl")).toBe("POST /sites/[siteId]");
  expect(parentOf("visit site")).toBe("crawl");
  expect(parentOf("record crawl")).toBe("crawl");
  expect(parentOf("send mail")).toBe("record crawl");
  // Nothing personal travels along.
  expect(received.join("")).not.toMatch(/bakery\.example|@|127\.0\.0\.1/);
});
