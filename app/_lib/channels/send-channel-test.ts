import type { Database } from "#prisma/client.ts";
import { countAttempt } from "#prisma/queries/security/count-attempt.ts";
import { type ChannelTestResult, type Queue, testChannel } from "#prisma/queue.ts";
import { DomainError } from "#worker/core/errors.ts";

/** Time for a worker to take the test and for the other side to answer. */
const TEST_MS = 20_000;
/** Each test is a request to a foreign server. */
const TESTS = { max: 30, windowMs: 3_600_000 };

type Dependencies = { db: Database; queue: Queue; now: Date };

/**
 * Sends a test message to a Channel of a Team now, and returns what the other side answered.
 * @throws DomainError `unavailable` after many tests of the Team, or if no worker is there.
 */
export async function sendChannelTest(
  { db, queue, now }: Dependencies,
  { teamId, channelId }: { teamId: string; channelId: string },
): Promise<ChannelTestResult> {
  if (!(await countAttempt(db, { kind: "test-channel", subject: teamId, ...TESTS, now })))
    throw new DomainError("unavailable", "You sent many tests in a short time. Try again in 1 hour.");
  const result = await testChannel(queue, channelId, { timeoutMs: TEST_MS });
  if (!result) throw new DomainError("unavailable", "We could not send the test now. Try again in a minute.");
  return result;
}
