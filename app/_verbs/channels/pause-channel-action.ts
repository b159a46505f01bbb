"use server";

import { revalidatePath } from "next/cache";
import { getDatabase } from "#app/_lib/database.ts";
import { channelIdSchema } from "#app/_lib/forms/channel-schema.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { pauseChannel } from "#prisma/queries/channels/pause-channel.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

/** Pauses a Channel. */
export async function pauseChannelAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const member = await requireRight("channels.change");
    const teamId = teamOf(member.teamId);
    const { channelId } = readInput(channelIdSchema, formFields(form));
    await pauseChannel(getDatabase(), { teamId, channelId }, new Date());
    await noteActivity(member, { kind: "channel_changed" });
    revalidatePath("/channels", "layout");
    return { done: "Paused. We send nothing to this channel until you resume it." };
  });
}
