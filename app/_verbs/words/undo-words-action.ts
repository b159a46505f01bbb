"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { runCall } from "#app/_lib/forms/run-call.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { undoWords } from "#prisma/queries/words/undo-words.ts";
import { plural } from "#worker/core/text/plural.ts";

const inputSchema = z.object({ decisionId: z.uuid() });

/** Removes the words that one decision added, and reopens the Issues that it closed. */
export async function undoWordsAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runCall(async () => {
    const { teamId, userId } = await requireRight("words.change");
    const { decisionId } = readInput(inputSchema, input);
    const { removed, reopened } = await undoWords(getDatabase(), { teamId, decisionId, userId, now: new Date() });
    if (removed + reopened > 0) await noteActivity({ teamId, userId }, { kind: "words_removed", detail: String(removed) });
    revalidatePath("/(dashboard)", "layout");
    const again = reopened > 0 ? ` ${plural(reopened, "issue is", "issues are")} open again.` : "";
    return { done: `Undone. ${plural(removed, "word")} removed.${again}` };
  });
}
