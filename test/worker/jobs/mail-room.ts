import { randomUUID } from "node:crypto";
import { pino } from "pino";
import type { Database } from "#prisma/client.ts";
import { announceDueDeliveries } from "#prisma/queries/deliveries/claim-delivery.ts";
import { writeDelivery } from "#prisma/queries/deliveries/write-delivery.ts";
import type { Queue } from "#prisma/queue.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { createHttpClient } from "#worker/http/client/http-client.ts";
import { createAnswerCache } from "#worker/http/links/answer-cache.ts";
import type { DeliverDependencies } from "#worker/jobs/deliver.ts";
import { openRelays } from "#worker/jobs/relays/open-relays.ts";
import { takeJobs } from "#worker/jobs/take-jobs.ts";

export const SILENT = pino({ level: "silent" });
/** Keys that seal the links of waiting mails. */
export const SECRET_KEYS = deriveSecretKeys({ AUTH_SECRET: "a secret of the tests, at least 32 characters" });
const FROM = "Flawless <hello@flawless.example>";

type Limits = { silenceMs?: number; reportsUrl?: string };

/** Returns the dependencies of delivery. `smtpUrl` null: there is no mail server. Close the relays after the test. */
export function deliverWith(db: Database, smtpUrl: string | null, limits: Limits = {}): DeliverDependencies {
  const relays = smtpUrl === null ? null : openRelays({ smtpUrl, from: FROM, ...limits, log: SILENT });
  return { db, relays, secretKeys: SECRET_KEYS, appUrl: "https://flawless.example", from: FROM, log: SILENT };
}

/** A password mail to be sent, with its job. Gives its id. */
export async function writeMail(db: Database, queue: Queue, email = `${randomUUID()}@bakery.example`): Promise<string> {
  const dedupeKey = `reset:${randomUUID()}`;
  const payload = { url: `https://flawless.example/reset/${randomUUID()}` };
  await db.$transaction((tx) => writeDelivery(tx, queue, { kind: "reset", email, siteId: null, dedupeKey, payload }));
  return (await db.delivery.findUniqueOrThrow({ where: { dedupeKey }, select: { id: true } })).id;
}

/** Lets the pause before a Delivery's next attempt, or a dead worker's time with it, be over. */
export async function letTimePass(db: Database, ids: string[]): Promise<void> {
  await db.delivery.updateMany({ where: { id: { in: ids } }, data: { nextAttemptAt: new Date(Date.now() - 1) } });
}

/** A worker that takes jobs from the queue, without browser and checks. */
export async function startMailWorker(queue: Queue, delivery: DeliverDependencies): Promise<{ stop(): Promise<void> }> {
  const { db } = delivery;
  const client = createHttpClient({ userAgent: "FlawlessBot test", allowedPrivateHosts: [] });
  const checks = { version: "none", checkBlocks: async () => [] };
  const tools = { client, browser: null, checks, answers: createAnswerCache() };
  const stopping = new AbortController();
  const jobs = await takeJobs({
    queue,
    crawl: { db, queue, tools, secretKeys: [], log: SILENT },
    delivery,
    crawlsAtATime: 1,
    stopping: stopping.signal,
  });
  return {
    async stop() {
      stopping.abort();
      await jobs.stop();
      await client.close();
    },
  };
}

export const announce = (db: Database, queue: Queue) => announceDueDeliveries(db, queue, new Date());
