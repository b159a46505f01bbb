import type { Database, Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import { storable } from "#prisma/stored-json.ts";
import { isGivenUp } from "#worker/core/channels/next-try.ts";
import { writeDelivery } from "../deliveries/write-delivery.ts";
import type { ClaimedChannelDelivery } from "./claim-channel-delivery.ts";
import { dropWaitingMessages } from "./drop-waiting-messages.ts";

/** The outcome of one attempt. `status` null: there was no answer. `answer`: its beginning, or why there was none. */
export type ChannelAttempt = { status: number | null; ms: number; answer: string };
type Settled = Pick<ClaimedChannelDelivery, "id" | "attempts" | "channel">;
type Dependencies = { db: Database; queue: Queue; now: Date };

/** Records that a message got through. A worker that lost the message changes nothing. */
export async function markChannelSent(
  { db, now }: Omit<Dependencies, "queue">,
  settled: Settled,
  attempt: ChannelAttempt,
): Promise<void> {
  await db.$transaction(async (tx) => {
    if (!(await record(tx, settled, { ...lastTry(attempt, now), state: "sent" }))) return;
    await tx.channel.updateMany({ where: unchanged(settled), data: { failingSince: null } });
  });
}

/**
 * Records a failure, and when the message is tried again (null: never). Switches the Channel off if the address is gone or nothing got through
 * for days, and mails the owners. A worker that lost the message changes nothing. Returns true if the Channel was switched off.
 */
export async function markChannelFailed(
  { db, queue, now }: Dependencies,
  settled: Settled,
  { attempt, next, isGone }: { attempt: ChannelAttempt; next: Date | null; isGone: boolean },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const outcome = next && !isGone ? { state: "pending" as const, nextAttemptAt: next } : { state: "failed" as const };
    if (!(await record(tx, settled, { ...lastTry(attempt, now), ...outcome }))) return false;
    await tx.channel.updateMany({ where: { ...unchanged(settled), failingSince: null }, data: { failingSince: now } });
    const channel = await tx.channel.findFirst({ where: unchanged(settled), select: { failingSince: true } });
    if (!channel?.failingSince) return false;
    if (isGone) return stop(tx, queue, { settled, because: "gone", attempt, now });
    if (!isGivenUp(channel.failingSince, now)) return false;
    return stop(tx, queue, { settled, because: "failing", attempt, now });
  });
}

type Outcome = { state: "sent" | "failed" } | { state: "pending"; nextAttemptAt: Date };

/** Returns false if the message is not this worker's any more. */
async function record(
  tx: Transaction,
  { id, attempts }: Settled,
  data: Outcome & ReturnType<typeof lastTry>,
): Promise<boolean> {
  const { count } = await tx.channelDelivery.updateMany({ where: { id, attempts, state: "sending" }, data });
  return count === 1;
}

/** The answer to an address that was replaced meanwhile says nothing about the new one. */
function unchanged({ channel: { id, addressSealed } }: Settled) {
  return { id, addressSealed, stoppedAt: null };
}

function lastTry({ status, ms, answer }: ChannelAttempt, now: Date) {
  return { triedAt: now, status, ms, answer: storable(answer) };
}

type Stop = { settled: Settled; because: "gone" | "failing"; attempt: ChannelAttempt; now: Date };

async function stop(tx: Transaction, queue: Queue, { settled, because, attempt, now }: Stop): Promise<boolean> {
  const { id: channelId, teamId, name: channelName } = settled.channel;
  const { count } = await tx.channel.updateMany({
    where: unchanged(settled),
    data: { stoppedBy: because, stoppedAt: now },
  });
  if (count === 0) return false;
  await dropWaitingMessages(tx, channelId, "The channel was switched off before this message was sent.");
  const owners = await tx.member.findMany({
    where: { teamId, role: "owner" },
    select: { user: { select: { email: true } } },
  });
  const answer = [attempt.status, attempt.answer].filter(Boolean).join(" ");
  for (const { user } of owners)
    await writeDelivery(tx, queue, {
      kind: "channel_stopped",
      email: user.email,
      siteId: null,
      dedupeKey: `channel_stopped:${channelId}:${now.toISOString()}:${user.email}`,
      payload: { channelId, channelName, because, answer: storable(answer) },
    });
  return true;
}
