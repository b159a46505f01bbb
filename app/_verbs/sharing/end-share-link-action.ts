"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { endShareLink } from "#prisma/queries/sharing/end-share-link.ts";

const inputSchema = z.object({ siteId: z.uuid(), linkId: z.uuid() });

/** Ends a secret address of a Site at once. */
export async function endShareLinkAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("results.share");
    const { siteId, linkId } = readInput(inputSchema, formFields(form));
    await endShareLink(getDatabase(), { teamId, siteId, linkId });
    await noteActivity({ teamId, userId }, { kind: "address_ended", siteId });
    revalidatePath(`/sites/${siteId}/share`);
    return { done: "Ended. The address no longer works." };
  });
}
