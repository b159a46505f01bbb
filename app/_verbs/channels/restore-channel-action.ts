"use server";

import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { channelIdSchema } from "#app/_lib/forms/channel-schema.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { runCall } from "#app/_lib/forms/run-call.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { restoreChannel } from "#prisma/queries/channels/remove-channel.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

/** Restores a removed Channel as it was. */
export async function restoreChannelAction(input: z.input<typeof channelIdSchema>): Promise<FormState> {
  return runCall(async () => {
    const member = await requireRight("channels.change");
    const teamId = teamOf(member.teamId);
    const { channelId } = readInput(channelIdSchema, input);
    await restoreChannel(getDatabase(), { teamId, channelId });
    await noteActivity(member, { kind: "channel_changed" });
    revalidatePath("/channels");
    return { done: "Restored. The channel is as it was." };
  });
}
