"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { requireEditor } from "#app/_lib/session/require-editor.ts";
import { deleteHouseRule } from "#prisma/queries/style/delete-house-rule.ts";

const inputSchema = z.object({ ruleId: z.uuid() });

/** Deletes a rule of the Team's house style; its issues are closed. */
export async function deleteHouseRuleAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runAction(async () => {
    const { teamId } = await requireEditor();
    const { ruleId } = readInput(inputSchema, input);
    await deleteHouseRule({ db: getDatabase(), queue: await getQueue() }, { teamId, ruleId });
    revalidatePath("/house-style", "layout");
    return undefined;
  });
}
