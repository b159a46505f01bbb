"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { liftSuppression } from "#prisma/queries/suppressions/lift-suppression.ts";

const inputSchema = z.object({ siteId: z.uuid(), recipientId: z.uuid() });

/** Sends mails again to a recipient whose mails came back. */
export async function tryRecipientAgainAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("recipients.change");
    const { siteId, recipientId } = readInput(inputSchema, formFields(form));
    const { email } = await liftSuppression({ db: getDatabase(), now: new Date() }, { teamId, siteId, recipientId });
    await noteActivity({ teamId, userId }, { kind: "recipient_tried_again", siteId });
    revalidatePath(`/sites/${siteId}/settings/mail`);
    return { done: `The next mail goes to ${email} again, with everything since the last one.` };
  });
}
