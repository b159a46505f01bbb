"use server";

import { revalidatePath } from "next/cache";
import { getDatabase } from "#app/_lib/database.ts";
import { channelIdSchema } from "#app/_lib/forms/channel-schema.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { requireEditor } from "#app/_lib/session/require-editor.ts";
import { resumeChannel } from "#prisma/queries/channels/pause-channel.ts";

/** Resumes a Channel. */
export async function resumeChannelAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId } = await requireEditor();
    const { channelId } = readInput(channelIdSchema, formFields(form));
    await resumeChannel(getDatabase(), { teamId, channelId });
    revalidatePath("/channels", "layout");
    return { done: "Resumed. We send what changes from now on." };
  });
}
