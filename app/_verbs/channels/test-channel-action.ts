"use server";

import { revalidatePath } from "next/cache";
import { getDatabase } from "#app/_lib/database.ts";
import { channelIdSchema } from "#app/_lib/forms/channel-schema.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { findChannel } from "#prisma/queries/channels/find-channels.ts";
import { countAttempt } from "#prisma/queries/security/count-attempt.ts";
import { testChannel } from "#prisma/queue.ts";
import { DomainError } from "#worker/core/errors.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { answerText } from "#worker/core/view/channels/delivery-words.ts";

/** Time for a worker to take the test and for the other side to answer. */
const TEST_MS = 20_000;
/** Each test is a request to a foreign server. */
const TESTS = { max: 30, windowMs: 3_600_000 };

/** Sends a test message to a Channel now, and says what the other side answered. */
export async function testChannelAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const member = await requireRight("channels.change");
    const teamId = teamOf(member.teamId);
    const { channelId } = readInput(channelIdSchema, formFields(form));
    if (!(await findChannel(getDatabase(), { teamId, channelId })))
      throw new DomainError("not-found", "This channel is no longer in your list.");
    if (!(await countAttempt(getDatabase(), { kind: "test-channel", subject: teamId, ...TESTS, now: new Date() })))
      throw new DomainError("unavailable", "You sent many tests in a short time. Try again in 1 hour.");
    const result = await testChannel(await getQueue(), channelId, { timeoutMs: TEST_MS });
    if (!result) throw new DomainError("unavailable", "We could not send the test now. Try again in a minute.");
    revalidatePath(`/channels/${channelId}`);
    const answer = answerText(result);
    return result.outcome === "sent"
      ? { done: `The test got through. ${answer}` }
      : { error: `The test did not get through. ${answer}` };
  });
}
