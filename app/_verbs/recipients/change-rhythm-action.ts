"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { rhythmSchema } from "#app/_lib/forms/rhythm-schema.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { changeRhythm } from "#prisma/queries/rhythms/change-rhythm.ts";

const idsSchema = z.object({ siteId: z.uuid(), recipientId: z.uuid() });

/** Changes how often a recipient gets mail about all sites of the team, and about what. */
export async function changeRhythmAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  return runAction(async () => {
    const { teamId } = await requireRight("recipients.change");
    const { siteId, recipientId } = readInput(idsSchema, typed);
    const wanted = readInput(rhythmSchema, typed);
    const dependencies = { db: getDatabase(), now: new Date() };
    const { email } = await changeRhythm(dependencies, { ...wanted, recipient: { id: recipientId, teamId } });
    revalidatePath(`/sites/${siteId}/settings/mail`);
    return { done: `Saved for ${email}, for all mails from your team.` };
  });
}
