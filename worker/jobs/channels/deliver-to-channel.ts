import { randomUUID } from "node:crypto";
import type { Dispatcher } from "undici";
import type { Database } from "#prisma/client.ts";
import { openChannel, type SealedChannel } from "#prisma/queries/channels/channel-secrets.ts";
import { type ClaimedChannelDelivery, claimChannelDelivery } from "#prisma/queries/channels/claim-channel-delivery.ts";
import { findChannelToTest, recordChannelTest } from "#prisma/queries/channels/record-channel-test.ts";
import { resealChannel } from "#prisma/queries/channels/reseal-channel.ts";
import { type ChannelAttempt, markChannelFailed, markChannelSent } from "#prisma/queries/channels/settle-channel-delivery.ts";
import type { ChannelTestResult, Queue } from "#prisma/queue.ts";
import type { SecretKeys } from "#prisma/sealed-secret.ts";
import { serviceClock } from "#prisma/service-clock.ts";
import type { ChannelKind } from "#worker/core/channels/channel.ts";
import { type ChannelNews, channelNewsSchema } from "#worker/core/channels/channel-news.ts";
import { nextTry } from "#worker/core/channels/next-try.ts";
import { shownAnswer } from "#worker/core/channels/shown-answer.ts";
import { postMessage } from "#worker/http/client/post-message.ts";
import type { Log } from "#worker/log.ts";
import { insist } from "../insist.ts";
import { writeRequest } from "./write-request.ts";

/** Tools for sending to Channels. `agent` refuses private addresses. `timeMs`: the time for one message. */
export type ChannelDependencies = {
  db: Database;
  queue: Queue;
  agent: Dispatcher;
  secretKeys: SecretKeys;
  appUrl: string;
  log: Log;
  timeMs?: number;
};

const GONE = 410;
const UNREADABLE = "We can no longer read the address, because our encryption key was changed. Enter it again.";
const BROKE_OFF = "Something went wrong on our side.";

/**
 * Sends one message to a Channel, if it is due. What fails is tried again for five days. The id stays the same, so that a webhook recognises a
 * message that it took just before this worker died; Slack and Teams have nothing like it and may show that one twice.
 * @throws when the outcome cannot be recorded. The message is tried again when this worker's lease on it ends.
 */
export async function deliverToChannel(dependencies: ChannelDependencies, deliveryId: string): Promise<void> {
  const { db, queue, log } = dependencies;
  const delivery = await claimChannelDelivery(db, deliveryId, serviceClock.now());
  if (!delivery) return;
  const fields = { deliveryId, channelId: delivery.channel.id, kind: delivery.channel.kind, attempt: delivery.attempts };
  const sent = await trySending(dependencies, delivery).catch((error: unknown): Sent => {
    log.error({ ...fields, err: error }, "a message to a channel broke off: it is tried again");
    return { attempt: { status: null, ms: 0, answer: BROKE_OFF }, retryAfterMs: null };
  });
  const { attempt, retryAfterMs } = sent;
  const switchedOff = await insist(log, async () => {
    const now = serviceClock.now();
    if (isSuccess(attempt)) {
      await markChannelSent({ db, now }, delivery, attempt);
      return false;
    }
    const next = nextTry({ ...delivery, retryAfterMs }, now, Math.random());
    return markChannelFailed({ db, queue, now }, delivery, { attempt, next, isGone: attempt.status === GONE });
  });
  await resealChannel(db, dependencies.secretKeys, delivery.channel, serviceClock.now());
  log.info({ ...fields, status: attempt.status, ms: attempt.ms, switchedOff }, "message to a channel attempted");
}

/** Sends a test message once, whether or not the Channel is stopped, and returns the answer. Null if the Channel was removed. */
export async function testChannel(dependencies: ChannelDependencies, channelId: string): Promise<ChannelTestResult | null> {
  const { db } = dependencies;
  const channel = await findChannelToTest(db, channelId);
  if (!channel) return null;
  const id = randomUUID();
  const now = serviceClock.now();
  const { attempt } = await send(dependencies, { id, channel, news: { kind: "test" }, createdAt: now });
  const isSent = isSuccess(attempt);
  await recordChannelTest(db, { deliveryId: id, channelId, addressSealed: channel.addressSealed, isSent, attempt, now });
  return { outcome: isSent ? "sent" : "failed", ...attempt };
}

type Sent = { attempt: ChannelAttempt; retryAfterMs: number | null };
type Outgoing = { id: string; channel: SealedChannel & { kind: ChannelKind }; news: ChannelNews; createdAt: Date };

function isSuccess({ status }: ChannelAttempt): boolean {
  return status !== null && status >= 200 && status < 300;
}

async function trySending(dependencies: ChannelDependencies, { payload, ...delivery }: ClaimedChannelDelivery): Promise<Sent> {
  return send(dependencies, { ...delivery, news: channelNewsSchema.parse(payload) });
}

async function send(dependencies: ChannelDependencies, { id, channel, news, createdAt }: Outgoing): Promise<Sent> {
  const { agent, secretKeys, appUrl, timeMs } = dependencies;
  const now = serviceClock.now();
  const secrets = openChannel(secretKeys, channel, now);
  if (!secrets) return { attempt: { status: null, ms: 0, answer: UNREADABLE }, retryAfterMs: null };
  const { address, signingSecrets } = secrets;
  const request = writeRequest({ id, kind: channel.kind, news, createdAt, signingSecrets }, { appUrl, now });
  const startedAt = performance.now();
  const posted = await postMessage(agent, address, request, timeMs);
  const ms = Math.round(performance.now() - startedAt);
  if (posted.status === null) return { attempt: { status: null, ms, answer: posted.failure.message }, retryAfterMs: null };
  const answer = posted.status >= 300 && posted.status < 400 ? REDIRECTS : shownAnswer(posted.answer, address);
  return { attempt: { status: posted.status, ms, answer }, retryAfterMs: posted.retryAfterMs };
}

const REDIRECTS = "It redirects to another address. We do not follow redirects, so enter the final address.";
