"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { changeStyleRules } from "#prisma/queries/sites/change-style-rules.ts";
import { STYLE_RULES } from "#worker/core/style-rules.ts";

const inputSchema = z.object({ siteId: z.uuid() });

/** Sets a Site's style rules. Each rule is a checkbox; browsers do not send unchecked ones. */
export async function changeStyleRulesAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  return runAction(async () => {
    const { teamId, userId } = await requireRight("sites.change");
    const { siteId } = readInput(inputSchema, typed);
    const styleRules = STYLE_RULES.filter((rule) => typed[rule] === "on");
    await changeStyleRules(getDatabase(), { teamId, siteId, styleRules });
    await noteActivity({ teamId, userId }, { kind: "site_changed", siteId, detail: "advice about style" });
    revalidatePath(`/sites/${siteId}`, "layout");
    return { done: "Saved. We use this from the next crawl on." };
  });
}
