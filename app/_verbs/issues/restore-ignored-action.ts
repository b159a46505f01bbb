"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { runCall } from "#app/_lib/forms/run-call.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { restoreIgnored } from "#prisma/queries/ignoring/restore-ignored.ts";

const inputSchema = z.object({ ignoreRuleId: z.uuid() });

/** Stops ignoring what `ignoreMoreAction` ignored. What is still on the site is listed again, and not mailed. */
export async function restoreIgnoredAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runCall(async () => {
    const { teamId, userId } = await requireRight("issues.decide");
    const { ignoreRuleId } = readInput(inputSchema, input);
    await restoreIgnored(getDatabase(), { teamId, ignoreRuleId, userId, now: new Date() });
    await noteActivity({ teamId, userId }, { kind: "ignoring_ended" });
    revalidatePath("/(dashboard)", "layout");
    return { done: "Restored. What is still on the site is in the list again." };
  });
}
