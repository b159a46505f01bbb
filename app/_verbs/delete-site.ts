"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/form-fields.ts";
import { readInput } from "#app/_lib/read-input.ts";
import { requireEditor } from "#app/_lib/require-editor.ts";
import { type FormState, runAction } from "#app/_lib/run-action.ts";
import { deleteSite as deleteSiteOfTeam } from "#prisma/queries/delete-site.ts";
import { findSite } from "#prisma/queries/find-site.ts";

const inputSchema = z.object({ siteId: z.uuid(), confirmation: z.string().trim() });

/** Deletes a Site with all its history, when its name was typed to confirm it. */
export async function deleteSite(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId } = await requireEditor();
    const { siteId, confirmation } = readInput(inputSchema, formFields(form));
    const site = await findSite(getDatabase(), { teamId, siteId });
    if (site && confirmation !== site.name.trim())
      return { fields: { confirmation: `Type the name exactly like this: ${site.name}` }, values: { confirmation } };
    await deleteSiteOfTeam(getDatabase(), { teamId, siteId });
    revalidatePath("/sites");
    redirect("/sites");
  });
}
