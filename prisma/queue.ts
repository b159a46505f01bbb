import { fromPrisma, PgBoss } from "pg-boss";
import { z } from "zod";
import { ERROR_CODES } from "#worker/core/errors.ts";
import { PROOF_METHODS } from "#worker/core/ownership/proof.ts";
import type { Transaction } from "./client.ts";
import type { CrawlReason } from "./generated/enums.ts";

export type Queue = PgBoss;

/** Names of the queues. */
export const QUEUES = {
  crawl: "crawl",
  page: "page-check",
  trial: "trial",
  delivery: "delivery",
  probe: "probe-site",
  proof: "prove-site",
  style: "house-style",
  pictures: "take-pictures",
  report: "draw-report",
  channel: "channel-delivery",
  channelTest: "channel-test",
} as const;

const probeResultSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), startUrl: z.string(), title: z.string(), lang: z.string().nullable() }),
  z.object({ ok: z.literal(false), code: z.enum(ERROR_CODES), message: z.string() }),
]);

/** Result of probing an address: its start page, or why it cannot be watched, as shown to the user. */
export type ProbeResult = z.infer<typeof probeResultSchema>;

const verificationResultSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("proven"), by: z.enum(PROOF_METHODS) }),
  z.object({ outcome: z.literal("missing"), missing: z.record(z.enum(PROOF_METHODS), z.string()) }),
  z.object({ outcome: z.literal("unavailable") }),
]);

/** Result of verifying a Site: the method that succeeded, or what each method lacks, as shown to the owner. */
export type VerificationResult = z.infer<typeof verificationResultSchema>;

const channelTestSchema = z.object({
  outcome: z.enum(["sent", "failed"]),
  /** HTTP status; null: there was no answer. */
  status: z.number().int().nullable(),
  ms: z.number().int(),
  /** The beginning of the answer, or why there was none. */
  answer: z.string(),
});

/** Result of a test message to a Channel, as shown to the user. */
export type ChannelTestResult = z.infer<typeof channelTestSchema>;

/**
 * Opens the queue in PostgreSQL for sending jobs. Jobs only name a row; the tables hold all state, so a lost or doubled job
 * does no harm (`short`: at most one job waits per row). `onError` gets lost connections, which reconnect by themselves.
 */
export async function createQueue(databaseUrl: string, onError: (error: Error) => void): Promise<Queue> {
  const queue = new PgBoss({ connectionString: databaseUrl, max: 4, supervise: false, schedule: false });
  queue.on("error", onError);
  return startQueue(queue);
}

/** Starts the connection and creates missing queues. */
export async function startQueue(queue: PgBoss): Promise<Queue> {
  await queue.start();
  const kept = { deleteAfterSeconds: 3600, retentionSeconds: 86_400, notify: true, retryLimit: 0 };
  await queue.createQueue(QUEUES.crawl, { ...kept, policy: "short", expireInSeconds: 82_800 });
  await queue.createQueue(QUEUES.page, { ...kept, policy: "short", expireInSeconds: 3600 });
  await queue.createQueue(QUEUES.trial, { ...kept, policy: "short", expireInSeconds: 3600 });
  await queue.createQueue(QUEUES.delivery, { ...kept, policy: "short", expireInSeconds: 600 });
  await queue.createQueue(QUEUES.probe, { ...kept, expireInSeconds: 60 });
  await queue.createQueue(QUEUES.proof, { ...kept, expireInSeconds: 60 });
  await queue.createQueue(QUEUES.style, { ...kept, policy: "short", expireInSeconds: 3600 });
  await queue.createQueue(QUEUES.pictures, { ...kept, policy: "short", expireInSeconds: 14_400 });
  await queue.createQueue(QUEUES.report, { ...kept, policy: "short", expireInSeconds: 300 });
  await queue.createQueue(QUEUES.channel, { ...kept, policy: "short", expireInSeconds: 600 });
  await queue.createQueue(QUEUES.channelTest, { ...kept, expireInSeconds: 60 });
  return queue;
}

/**
 * Wakes a worker for a queued Crawl when the caller's transaction commits. Page checks and trials have queues of their own, because a
 * person waits for them and Crawls of whole Sites may take hours.
 */
export async function enqueueCrawl(
  queue: Queue,
  tx: Transaction,
  { id, reason }: { id: string; reason: CrawlReason },
): Promise<void> {
  await queue.send(queueOf(reason), { crawlId: id }, { singletonKey: id, db: fromPrisma(tx) });
}

/** Wakes workers for queued Crawls when the caller's transaction commits, in one statement for each queue. */
export async function enqueueCrawls(
  queue: Queue,
  tx: Transaction,
  crawls: readonly { id: string; reason: CrawlReason }[],
): Promise<void> {
  for (const [name, group] of Map.groupBy(crawls, ({ reason }) => queueOf(reason))) {
    const jobs = group.map(({ id }) => ({ data: { crawlId: id }, singletonKey: id }));
    await queue.insert(name, jobs, { db: fromPrisma(tx) });
  }
}

function queueOf(reason: CrawlReason): string {
  return reason === "page" || reason === "trial" ? QUEUES[reason] : QUEUES.crawl;
}

/** Priority of the jobs of mails that somebody waits for. Others have 0. */
export const AWAITED_PRIORITY = 1;

/** `isAwaited`: somebody waits for it, so its job comes before others. */
type AnnouncedDelivery = { id: string; isAwaited: boolean };

/** Wakes a worker for a pending Delivery when the caller's transaction commits. */
export async function enqueueDelivery(queue: Queue, tx: Transaction, delivery: AnnouncedDelivery): Promise<void> {
  const { data, ...options } = deliveryJob(delivery);
  await queue.send(QUEUES.delivery, data, { ...options, db: fromPrisma(tx) });
}

/** Wakes workers for pending Deliveries when the caller's transaction commits, in one statement. */
export async function enqueueDeliveries(
  queue: Queue,
  tx: Transaction,
  deliveries: readonly AnnouncedDelivery[],
): Promise<void> {
  if (deliveries.length === 0) return;
  await queue.insert(QUEUES.delivery, deliveries.map(deliveryJob), { db: fromPrisma(tx) });
}

function deliveryJob({ id, isAwaited }: AnnouncedDelivery) {
  return { data: { deliveryId: id }, singletonKey: id, priority: isAwaited ? AWAITED_PRIORITY : 0 };
}

/** Wakes a worker for a pending message to a Channel when the caller's transaction commits. */
export async function enqueueChannelDelivery(queue: Queue, tx: Transaction, deliveryId: string): Promise<void> {
  await queue.send(QUEUES.channel, { deliveryId }, { singletonKey: deliveryId, db: fromPrisma(tx) });
}

/** Has a worker compare a Team's stored texts with its house style, when the caller's transaction commits. */
export async function enqueueHouseStyle(queue: Queue, tx: Transaction, teamId: string): Promise<void> {
  await queue.send(QUEUES.style, { teamId }, { singletonKey: teamId, db: fromPrisma(tx) });
}

/** Has a worker take pictures of a Site's pages with Issues, when the caller's transaction commits. */
export async function enqueuePictures(queue: Queue, tx: Transaction, siteId: string): Promise<void> {
  await queue.send(QUEUES.pictures, { siteId }, { singletonKey: siteId, db: fromPrisma(tx) });
}

/** Has a worker draw a requested report, when the caller's transaction commits. */
export async function enqueueReport(queue: Queue, tx: Transaction, reportFileId: string): Promise<void> {
  await queue.send(QUEUES.report, { reportFileId }, { singletonKey: reportFileId, db: fromPrisma(tx) });
}

const POLL_MS = 100;

/** Has a worker probe an address as a person typed it, and waits for the result: `unavailable` after `timeoutMs`. */
export async function probeAddress(queue: Queue, typed: string, { timeoutMs }: { timeoutMs: number }): Promise<ProbeResult> {
  const message = "We could not check the site now. Try again in a minute.";
  const output = await ask(queue, QUEUES.probe, { typed }, timeoutMs);
  return output === null ? { ok: false, code: "unavailable", message } : probeResultSchema.parse(output);
}

/** Has a worker verify a Site, and waits for the result as `probeAddress` does. */
export async function verifySite(
  queue: Queue,
  siteId: string,
  { timeoutMs }: { timeoutMs: number },
): Promise<VerificationResult> {
  const output = await ask(queue, QUEUES.proof, { siteId }, timeoutMs);
  return output === null ? { outcome: "unavailable" } : verificationResultSchema.parse(output);
}

/** Has a worker send a test message to a Channel, and waits for the answer; null if no worker has answered in time. */
export async function testChannel(
  queue: Queue,
  channelId: string,
  { timeoutMs }: { timeoutMs: number },
): Promise<ChannelTestResult | null> {
  const output = await ask(queue, QUEUES.channelTest, { channelId }, timeoutMs);
  return output === null ? null : channelTestSchema.parse(output);
}

/** Sends a job and returns its output; null if it failed or took too long. */
async function ask(queue: Queue, name: string, data: object, timeoutMs: number): Promise<object | null> {
  const id = await queue.send(name, data, { expireInSeconds: Math.ceil(timeoutMs / 1000) });
  const deadline = Date.now() + timeoutMs;
  while (id !== null && Date.now() < deadline) {
    const job = await queue.getJobById(name, id);
    if (job?.state === "completed") return job.output;
    if (job?.state === "failed" || job?.state === "cancelled") break;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return null;
}
