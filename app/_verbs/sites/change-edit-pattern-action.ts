"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { changeEditPattern } from "#prisma/queries/sites/change-edit-pattern.ts";
import { patternFault } from "#worker/core/view/edit-link/edit-pattern.ts";
import { EDITORS } from "#worker/core/view/edit-link/editors.ts";

/** The choices besides the known systems: no links, and a pattern of the owner's own. */
const NONE = "none";
const OWN = "own";

const inputSchema = z
  .object({
    siteId: z.uuid(),
    system: z.enum([NONE, OWN, ...EDITORS.map(({ id }) => id)], "Choose a system from the list."),
    pattern: z.string().trim().default(""),
  })
  .superRefine(({ system, pattern }, context) => {
    if (system !== OWN) return;
    const message = pattern === "" ? "Write the address of your editor." : patternFault(pattern);
    if (message !== null) context.addIssue({ code: "custom", path: ["pattern"], message });
  });

/** Sets where a Site's pages are edited. Invalid input stays in the form. */
export async function changeEditPatternAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const { teamId, userId } = await requireRight("sites.change");
    const { siteId, system, pattern } = readInput(inputSchema, typed);
    const known = EDITORS.find(({ id }) => id === system)?.pattern ?? null;
    await changeEditPattern(getDatabase(), { teamId, siteId, editPattern: system === OWN ? pattern : known });
    await noteActivity({ teamId, userId }, { kind: "site_changed", siteId, detail: "links to the editor" });
    revalidatePath(`/sites/${siteId}`, "layout");
    return {
      done: system === NONE ? "Saved. Issues no longer have a link to the editor." : "Saved. Each issue now has this link.",
    };
  });
  return { ...state, values: typed };
}
