"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { emailSchema } from "#app/_lib/forms/email-schema.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { currentSource } from "#app/_lib/security-log/current-source.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { addRecipient } from "#prisma/queries/recipients/add-recipient.ts";

const inputSchema = z.object({ siteId: z.uuid(), email: emailSchema });

/** Adds a recipient of a Site's mails; any address but the member's own must confirm first. */
export async function addRecipientAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const { teamId, userId, email: memberEmail } = await requireRight("recipients.change");
    const { siteId, email } = readInput(inputSchema, typed);
    const dependencies = { db: getDatabase(), queue: await getQueue(), now: new Date() };
    const by = { userId, source: await currentSource() };
    const { confirmed } = await addRecipient(dependencies, { teamId, siteId, email, memberEmail, by });
    await noteActivity({ teamId, userId }, { kind: "recipient_added", siteId });
    revalidatePath(`/sites/${siteId}/settings/mail`);
    return { done: confirmed ? `${email} gets the mails from now on.` : `We asked ${email} to confirm.` };
  });
  return state.done ? state : { ...state, values: typed };
}
