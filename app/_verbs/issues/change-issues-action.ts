"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { runCall } from "#app/_lib/forms/run-call.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { changeIssueState } from "#prisma/queries/issues/decisions/change-issue-state.ts";
import { DECIDED_AT_ONCE, TEXT_CHANGES } from "#worker/core/issues/decisions/issue-decision.ts";
import { outcomeWords } from "#worker/core/issues/decisions/outcome-words.ts";
import { decisionActivity } from "#worker/core/people/decision-activity.ts";

const change = z.discriminatedUnion("action", [
  z.object({ action: z.enum(["ignore", "unignore", "mark-fixed", "wake"]) }),
  z.object({ action: z.literal("undo"), decisionId: z.uuid().optional() }),
  z.object({ action: z.literal("snooze"), until: z.union([z.literal(TEXT_CHANGES), z.iso.date("Choose a day.")]) }),
  z.object({ action: z.literal("assign"), userId: z.string().min(1).max(100).nullable() }),
]);

const inputSchema = z.object({
  issueIds: z
    .array(z.uuid())
    .min(1, "Select at least one issue.")
    .max(DECIDED_AT_ONCE, `Select at most ${DECIDED_AT_ONCE} issues at once.`),
  change,
});

/**
 * Applies a person's decision to Issues of any of the Team's Sites, or undoes one. Returns the id of the decision, the number of Issues that
 * it changed and a sentence about it; `error` if an undo changed none.
 */
export async function changeIssuesAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runCall(async () => {
    const { teamId, userId } = await requireRight("issues.decide");
    const { issueIds, change: wanted } = readInput(inputSchema, input);
    const now = new Date();
    const outcome = await changeIssueState(getDatabase(), { teamId, issueIds, change: wanted, userId, now });
    if (outcome.changed > 0) await noteActivity({ teamId, userId }, decisionActivity(wanted, outcome.changed));
    revalidatePath("/(dashboard)", "layout");
    const words = outcomeWords(wanted, outcome);
    if (wanted.action === "undo" && outcome.changed === 0) return { error: words };
    return { done: words, decisionId: outcome.decisionId, changed: outcome.changed };
  });
}
