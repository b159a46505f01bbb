"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { pauseSite } from "#prisma/queries/sites/pause-site.ts";

const inputSchema = z.object({ siteId: z.uuid() });

/** Pauses a Site's daily crawls. */
export async function pauseSiteAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("sites.change");
    const { siteId } = readInput(inputSchema, formFields(form));
    await pauseSite(getDatabase(), { teamId, siteId });
    await noteActivity({ teamId, userId }, { kind: "site_paused", siteId });
    revalidatePath(`/sites/${siteId}`, "layout");
    return { done: "Paused. We do not crawl the site until you resume it." };
  });
}
