"use server";

import { revalidatePath } from "next/cache";
import { getDatabase } from "#app/_lib/database.ts";
import { channelIdSchema } from "#app/_lib/forms/channel-schema.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { getSecretKeys } from "#app/_lib/secret-keys.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { renewSigningSecret } from "#prisma/queries/channels/renew-signing-secret.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

/** Gives a webhook a new signing secret, which is in the answer and nowhere else. */
export async function renewSigningSecretAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const member = await requireRight("channels.change");
    const teamId = teamOf(member.teamId);
    const { channelId } = readInput(channelIdSchema, formFields(form));
    const dependencies = { db: getDatabase(), keys: getSecretKeys(), now: new Date() };
    const secret = await renewSigningSecret(dependencies, { teamId, channelId });
    await noteActivity(member, { kind: "channel_changed" });
    revalidatePath(`/channels/${channelId}`);
    return { secret };
  });
}
