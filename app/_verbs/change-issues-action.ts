"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { requireEditor } from "#app/_lib/session/require-editor.ts";
import { changeIssueState } from "#prisma/queries/issues/change-issue-state.ts";

/** At least as many as one page of the list shows. */
const MOST_AT_ONCE = 200;

const inputSchema = z.object({
  siteId: z.uuid(),
  issueIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE),
  action: z.enum(["ignore", "unignore", "mark-fixed", "undo"]),
});

/** Applies a person's decision to some of a Site's Issues, or undoes the last one. */
export async function changeIssuesAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireEditor();
    const { siteId, issueIds, action } = readInput(inputSchema, input);
    await changeIssueState(getDatabase(), { teamId, siteId, issueIds, action, userId, now: new Date() });
    revalidatePath(`/sites/${siteId}`, "layout");
    return undefined;
  });
}
