"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { runCall } from "#app/_lib/forms/run-call.ts";
import { wordSchema } from "#app/_lib/forms/site-schemas.ts";
import { activitySite, noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { addWord } from "#prisma/queries/words/add-word.ts";

const inputSchema = z.object({
  siteId: z.uuid(),
  word: wordSchema,
  everySite: z.boolean().default(false),
  withEndings: z.boolean().default(false),
});

/** Adds a word to the dictionary of a Site or of all the Team's sites, and closes the Issues about it. Returns the id to undo it by. */
export async function addWordAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runCall(async () => {
    const { teamId, userId } = await requireRight("words.change");
    const { siteId, everySite, ...entry } = readInput(inputSchema, input);
    if (everySite) await requireRight("words.change-team");
    const wanted = { teamId, siteId: everySite ? null : siteId, ...entry, userId, now: new Date() };
    const { decisionId } = await addWord(getDatabase(), wanted);
    await noteActivity({ teamId, userId }, { kind: "words_added", ...activitySite(wanted.siteId), detail: "1" });
    revalidatePath("/(dashboard)", "layout");
    return { decisionId };
  });
}
