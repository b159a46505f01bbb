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
import { removeChannel } from "#prisma/queries/channels/remove-channel.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

/** Removes a Channel; it can be restored for a day. */
export async function removeChannelAction(input: z.input<typeof channelIdSchema>): Promise<FormState> {
  return runCall(async () => {
    const member = await requireRight("channels.change");
    const teamId = teamOf(member.teamId);
    const { channelId } = readInput(channelIdSchema, input);
    await removeChannel(getDatabase(), { teamId, channelId }, new Date());
    await noteActivity(member, { kind: "channel_removed" });
    revalidatePath("/channels");
    return { channelId };
  });
}
