"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { patternsSchema } from "#app/_lib/forms/site-settings-schema.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { changeIgnoredLinks } from "#prisma/queries/sites/change-ignored-links.ts";

const inputSchema = z.object({ siteId: z.uuid(), ignoredLinks: patternsSchema });

/** Sets which link targets a Site ignores and closes their Issues. Invalid input stays in the form. */
export async function changeIgnoredLinksAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const { teamId, userId } = await requireRight("sites.change");
    const { siteId, ignoredLinks } = readInput(inputSchema, typed);
    await changeIgnoredLinks(getDatabase(), { teamId, siteId, userId, now: new Date(), change: () => ignoredLinks });
    await noteActivity({ teamId, userId }, { kind: "site_changed", siteId, detail: "links that are not checked" });
    revalidatePath(`/sites/${siteId}`, "layout");
    return { done: "Saved. We closed the open issues about these links." };
  });
  return { ...state, values: typed };
}
