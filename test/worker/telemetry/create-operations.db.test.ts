import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { createQueue, enqueueDelivery, type Queue } from "#prisma/queue.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { findFreePort } from "#test/support/servers/free-port.ts";
import { createOperations } from "#worker/telemetry/create-operations.ts";
import { registry } from "#worker/telemetry/registry.ts";
import { serveOperations } from "#worker/telemetry/serve-operations.ts";

const TOKEN = "a-token-of-at-least-24-characters";
const HOUR = 3_600_000;
const log = pino({ level: "silent" });

let database: TestDatabase;
let queue: Queue;
const closers: (() => Promise<void>)[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  queue = await createQueue(database.url, () => undefined);
});
afterAll(async () => {
  for (const close of closers) await close();
  await queue?.stop({ graceful: false });
  await database?.drop();
});

/** Serves the operations of a process and returns a function that requests them. */
async function serve({ db = database.db, token = TOKEN }: { db?: Database; token?: string | null } = {}) {
  const port = await findFreePort();
  const answer = createOperations({
    db,
    process: "worker",
    phase: () => "running",
    metricsToken: token ?? undefined,
    readMetrics: () => registry.metrics(),
    log,
  });
  const server = await serveOperations(answer, { port, host: "127.0.0.1" });
  closers.push(() => server.close());
  return (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
}

const withToken = { headers: { authorization: `Bearer ${TOKEN}` } };

it("is ready without any site, not ready when crawls stall, and ready when one finishes", async () => {
  const { siteId } = await addTestSite(database.db);
  const readiness = async () => {
    // A new one, because each keeps its answer for a second.
    const ask = await serve();
    const response = await ask("/readyz");
    return { code: response.status, ...(await response.json()) };
  };
  expect(await readiness()).toEqual({
    code: 200,
    status: "ready",
    reasons: [],
    warnings: [],
    lastCrawlFinishedSecondsAgo: null,
  });
  const long = new Date(Date.now() - 2 * HOUR);
  const waiting = await database.db.crawl.create({ data: { siteId, reason: "scheduled", queuedAt: long } });
  expect(await readiness()).toMatchObject({
    code: 503,
    status: "not ready",
    reasons: ["Crawls have waited for over an hour, and none has finished meanwhile."],
  });
  await database.db.crawl.update({ where: { id: waiting.id }, data: { state: "finished", finishedAt: new Date() } });
  expect(await readiness()).toMatchObject({ code: 200, reasons: [] });
});

it("says that the database does not answer, while the process is healthy", async () => {
  const lost = await createTestDatabase();
  await lost.drop();
  const ask = await serve({ db: lost.db });
  const response = await ask("/readyz");
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ reasons: ["The database does not answer."] });
  expect((await ask("/healthz")).status).toBe(200);
  // What the process measured is still there.
  expect((await ask("/metrics", withToken)).status).toBe(200);
});

it("shows metrics to those with the token only", async () => {
  const ask = await serve();
  expect((await ask("/metrics")).status).toBe(401);
  expect((await ask("/metrics", { headers: { authorization: "Bearer wrong" } })).status).toBe(401);
  const without = await serve({ token: null });
  expect((await without("/metrics", withToken)).status).toBe(404);
  expect((await ask("/metrics", { ...withToken, method: "POST" })).status).toBe(405);
  expect((await ask("/other", withToken)).status).toBe(404);
});

it("counts what waits, what there is and what it brings in", async () => {
  const { db } = database;
  const { siteId, teamId } = await addTestSite(db, { startUrl: "https://late.example/" });
  await db.site.update({ where: { id: siteId }, data: { nextCrawlAt: new Date(Date.now() - HOUR) } });
  await db.subscription.create({ data: { id: "sub_1", teamId, plan: "agency", status: "active", period: "year" } });
  const mail = { kind: "digest" as const, email: "anna@example.com", payload: {} };
  const { id } = await db.delivery.create({ data: { ...mail, dedupeKey: "1", createdAt: new Date(Date.now() - HOUR) } });
  await db.delivery.create({ data: { ...mail, dedupeKey: "2", state: "sent", sentAt: new Date("2026-11-29T10:00:00Z") } });
  await db.$transaction((tx) => enqueueDelivery(queue, tx, { id, isAwaited: true }));
  const ask = await serve();
  const response = await ask("/metrics", withToken);
  expect(response.headers.get("content-type")).toContain("text/plain");
  const text = await response.text();
  const value = (name: string) =>
    Number(
      text
        .split("\n")
        .find((line) => line.startsWith(`${name} `))
        ?.split(" ")[1],
    );
  expect(value('flawless_queue_jobs{queue="delivery"}')).toBe(1);
  expect(value('flawless_queue_jobs{queue="crawl"}')).toBe(0);
  expect(value("flawless_mails_waiting")).toBe(1);
  expect(value("flawless_mails_waiting_oldest_age_seconds")).toBeGreaterThan(3_500);
  expect(value("flawless_sites_late")).toBe(1);
  expect(value("flawless_sites_late_oldest_age_seconds")).toBeGreaterThan(3_500);
  expect(value('flawless_sites{state="active"}')).toBe(2);
  expect(value('flawless_paying_customers{plan="agency"}')).toBe(1);
  expect(value('flawless_paying_customers{plan="pro"}')).toBe(0);
  expect(value('flawless_monthly_revenue{currency="usd"}')).toBeCloseTo(790 / 12);
  expect(value("flawless_last_digest_sent_timestamp_seconds")).toBe(Date.parse("2026-11-29T10:00:00Z") / 1000);
  expect(value("flawless_last_crawl_finished_timestamp_seconds")).toBeGreaterThan(0);
  // Neither accounts nor sites are in any label.
  expect(text).not.toMatch(/anna|late\.example|sub_1/);
  expect(text).not.toContain(siteId);
  expect(text).not.toContain(teamId);
});
