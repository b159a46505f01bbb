"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getDatabase } from "#app/_lib/database.ts";
import { channelKindSchema, channelSchema } from "#app/_lib/forms/channel-schema.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { getSecretKeys } from "#app/_lib/secret-keys.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { addChannel } from "#prisma/queries/channels/add-channel.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { readPastedAddress } from "./read-pasted-address.ts";

/** Adds a Channel to the Team. A webhook's signing secret is in the answer, and nowhere else. */
export async function addChannelAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const member = await requireRight("channels.change");
    const teamId = teamOf(member.teamId);
    const { kind } = readInput(channelKindSchema, typed);
    const { name, sites, address: pasted } = readInput(channelSchema, typed);
    const address = readPastedAddress(kind, pasted);
    const dependencies = { db: getDatabase(), keys: getSecretKeys(), now: new Date() };
    const { channelId, signingSecret } = await addChannel(dependencies, { teamId, kind, name, address, sites });
    await noteActivity(member, { kind: "channel_added", detail: name });
    revalidatePath("/channels", "layout");
    if (signingSecret === null) redirect(`/channels/${channelId}?added`);
    return { channelId, secret: signingSecret };
  });
  return { ...state, values: typed };
}
