"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { removeRecipient } from "#prisma/queries/recipients/remove-recipient.ts";

const inputSchema = z.object({ siteId: z.uuid(), recipientId: z.uuid() });

/** Removes a recipient from a Site. */
export async function removeRecipientAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("recipients.change");
    const { siteId, recipientId } = readInput(inputSchema, formFields(form));
    const { email } = await removeRecipient(getDatabase(), { teamId, siteId, recipientId });
    await noteActivity({ teamId, userId }, { kind: "recipient_removed", siteId });
    revalidatePath(`/sites/${siteId}/settings/mail`);
    return { done: `${email} no longer gets these mails.` };
  });
}
