import { fromPrisma, PgBoss } from "pg-boss";
import { z } from "zod";
import { ERROR_CODES } from "#worker/core/errors.ts";
import { PROOF_WAYS } from "#worker/core/ownership/proof.ts";
import type { Transaction } from "./client.ts";

export type Queue = PgBoss;

/** Names of the queues, each with the data that its jobs carry. */
export const QUEUES = {
  crawl: "crawl",
  delivery: "delivery",
  probe: "probe-site",
  proof: "prove-site",
  style: "house-style",
} as const;

const probeResultSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), startUrl: z.string(), title: z.string(), lang: z.string().nullable() }),
  z.object({ ok: z.literal(false), code: z.enum(ERROR_CODES), message: z.string() }),
]);

/** True if an address can be watched: where it begins, or why not in the user's words. */
export type ProbeResult = z.infer<typeof probeResultSchema>;

const proofResultSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("proven"), by: z.enum(PROOF_WAYS) }),
  z.object({ outcome: z.literal("missing"), missing: z.record(z.enum(PROOF_WAYS), z.string()) }),
  z.object({ outcome: z.literal("unavailable") }),
]);

/** True if a Site is proven to be its owner's: by what, or what is missing in the owner's words. */
export type ProofResult = z.infer<typeof proofResultSchema>;

/**
 * The queue in PostgreSQL, for putting jobs into it. Jobs only say what to look at: what is to be done, and whether it is done, stands in
 * the tables, so a job that is lost or doubled does no harm. `short`: at most one job waits for the same row. `onError` is told when the
 * connection is lost; it comes back by itself.
 */
export async function createQueue(databaseUrl: string, onError: (error: Error) => void): Promise<Queue> {
  const queue = new PgBoss({ connectionString: databaseUrl, max: 4, supervise: false, schedule: false });
  queue.on("error", onError);
  return startQueue(queue);
}

/** Starts the connection and makes the queues that are missing. */
export async function startQueue(queue: PgBoss): Promise<Queue> {
  await queue.start();
  const kept = { deleteAfterSeconds: 3600, retentionSeconds: 86_400, notify: true, retryLimit: 0 };
  await queue.createQueue(QUEUES.crawl, { ...kept, policy: "short", expireInSeconds: 82_800 });
  await queue.createQueue(QUEUES.delivery, { ...kept, policy: "short", expireInSeconds: 600 });
  await queue.createQueue(QUEUES.probe, { ...kept, expireInSeconds: 60 });
  await queue.createQueue(QUEUES.proof, { ...kept, expireInSeconds: 60 });
  await queue.createQueue(QUEUES.style, { ...kept, policy: "short", expireInSeconds: 3600 });
  return queue;
}

/** Wakes a worker for a queued Crawl, when the caller's transaction commits. */
export async function enqueueCrawl(queue: Queue, tx: Transaction, crawlId: string): Promise<void> {
  await queue.send(QUEUES.crawl, { crawlId }, { singletonKey: crawlId, db: fromPrisma(tx) });
}

/** Wakes a worker for a pending Delivery, when the caller's transaction commits. */
export async function enqueueDelivery(queue: Queue, tx: Transaction, deliveryId: string): Promise<void> {
  await queue.send(QUEUES.delivery, { deliveryId }, { singletonKey: deliveryId, db: fromPrisma(tx) });
}

/** Has a worker compare a Team's stored texts with its house style, when the caller's transaction commits. */
export async function enqueueHouseStyle(queue: Queue, tx: Transaction, teamId: string): Promise<void> {
  await queue.send(QUEUES.style, { teamId }, { singletonKey: teamId, db: fromPrisma(tx) });
}

const POLL_MS = 100;

/**
 * Asks a worker whether an address, as a person typed it, can be watched, and waits for the answer. When none comes in `timeoutMs` the
 * result is `unavailable`.
 */
export async function probeAddress(queue: Queue, typed: string, { timeoutMs }: { timeoutMs: number }): Promise<ProbeResult> {
  const message = "We could not check the site now. Try again in a minute.";
  const output = await ask(queue, QUEUES.probe, { typed }, timeoutMs);
  return output === null ? { ok: false, code: "unavailable", message } : probeResultSchema.parse(output);
}

/** Asks a worker whether a Site is proven, and waits for the answer as `probeAddress` does. */
export async function seekProof(queue: Queue, siteId: string, { timeoutMs }: { timeoutMs: number }): Promise<ProofResult> {
  const output = await ask(queue, QUEUES.proof, { siteId }, timeoutMs);
  return output === null ? { outcome: "unavailable" } : proofResultSchema.parse(output);
}

/** What a worker made of a job; null when none did in time. */
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
