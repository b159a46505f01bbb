"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/form-fields.ts";
import { readInput } from "#app/_lib/read-input.ts";
import { requireEditor } from "#app/_lib/require-editor.ts";
import { type FormState, runAction } from "#app/_lib/run-action.ts";
import { removeSignIn as removeSignInOfSite } from "#prisma/queries/site-sign-in.ts";

const inputSchema = z.object({ siteId: z.uuid() });

/** Forgets a Site's sign-in. */
export async function removeSignIn(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId } = await requireEditor();
    const { siteId } = readInput(inputSchema, formFields(form));
    await removeSignInOfSite(getDatabase(), { teamId, siteId });
    revalidatePath(`/sites/${siteId}`, "layout");
    return { done: "Removed. We read the site as any visitor sees it." };
  });
}
