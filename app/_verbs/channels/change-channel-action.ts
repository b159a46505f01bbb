"use server";

import { revalidatePath } from "next/cache";
import { getDatabase } from "#app/_lib/database.ts";
import { channelIdSchema, channelSchema } from "#app/_lib/forms/channel-schema.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { getSecretKeys } from "#app/_lib/secret-keys.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { changeChannel } from "#prisma/queries/channels/change-channel.ts";
import { findChannel } from "#prisma/queries/channels/find-channels.ts";
import { DomainError } from "#worker/core/errors.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { readPastedAddress } from "./read-pasted-address.ts";

/** Changes a Channel's name, Sites and, if one was pasted, address. */
export async function changeChannelAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const member = await requireRight("channels.change");
    const teamId = teamOf(member.teamId);
    const { channelId } = readInput(channelIdSchema, typed);
    const { name, sites, address: pasted } = readInput(channelSchema, typed);
    const channel = await findChannel(getDatabase(), { teamId, channelId });
    if (!channel) throw new DomainError("not-found", "This channel is no longer in your list.");
    const address = pasted === "" ? null : readPastedAddress(channel.kind, pasted);
    const dependencies = { db: getDatabase(), keys: getSecretKeys(), now: new Date() };
    await changeChannel(dependencies, { teamId, channelId, name, address, sites });
    await noteActivity(member, { kind: "channel_changed" });
    revalidatePath("/channels", "layout");
    return { done: "Saved." };
  });
  return state.done ? state : { ...state, values: typed };
}
