"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { deleteHouseRule } from "#prisma/queries/style/delete-house-rule.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

const inputSchema = z.object({ ruleId: z.uuid() });

/** Deletes a rule of the Team's house style; its issues are closed. */
export async function deleteHouseRuleAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("style.change");
    const { ruleId } = readInput(inputSchema, input);
    await deleteHouseRule({ db: getDatabase(), queue: await getQueue() }, { teamId: teamOf(teamId), ruleId });
    await noteActivity({ teamId, userId }, { kind: "style_rule_deleted" });
    revalidatePath("/house-style", "layout");
    return undefined;
  });
}
