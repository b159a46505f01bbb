"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { generalSettingsSchema } from "#app/_lib/forms/site-settings-schema.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { changeGeneralSettings } from "#prisma/queries/sites/change-general-settings.ts";

const inputSchema = generalSettingsSchema.extend({ siteId: z.uuid() });

/** Changes a Site's name and language; invalid input stays in the form. */
export async function changeGeneralSettingsAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const { teamId, userId } = await requireRight("sites.change");
    const settings = readInput(inputSchema, typed);
    await changeGeneralSettings(getDatabase(), { teamId, ...settings });
    await noteActivity({ teamId, userId }, { kind: "site_changed", siteId: settings.siteId, detail: "name and language" });
    revalidatePath(`/sites/${settings.siteId}`, "layout");
    return { done: "Saved. A new language counts from the next crawl on." };
  });
  return { ...state, values: typed };
}
