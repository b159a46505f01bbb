"use server";

import { revalidatePath } from "next/cache";
import { sendChannelTest } from "#app/_lib/channels/send-channel-test.ts";
import { getDatabase } from "#app/_lib/database.ts";
import { channelIdSchema } from "#app/_lib/forms/channel-schema.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { findChannel } from "#prisma/queries/channels/find-channels.ts";
import { DomainError } from "#worker/core/errors.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { answerText } from "#worker/core/view/channels/delivery-words.ts";

/** Sends a test message to a Channel now, and says what the other side answered. */
export async function testChannelAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const member = await requireRight("channels.change");
    const teamId = teamOf(member.teamId);
    const { channelId } = readInput(channelIdSchema, formFields(form));
    if (!(await findChannel(getDatabase(), { teamId, channelId })))
      throw new DomainError("not-found", "This channel is no longer in your list.");
    const dependencies = { db: getDatabase(), queue: await getQueue(), now: new Date() };
    const result = await sendChannelTest(dependencies, { teamId, channelId });
    revalidatePath(`/channels/${channelId}`);
    const answer = answerText(result);
    return result.outcome === "sent"
      ? { done: `The test got through. ${answer}` }
      : { error: `The test did not get through. ${answer}` };
  });
}
