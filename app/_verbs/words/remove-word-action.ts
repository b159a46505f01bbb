"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { wordSchema } from "#app/_lib/forms/site-schemas.ts";
import { activitySite, noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { removeWord } from "#prisma/queries/words/remove-word.ts";

const inputSchema = z.object({ siteId: z.uuid().nullable(), word: wordSchema, everySite: z.boolean().default(false) });

/** Removes a word from the dictionary of a Site or, if `siteId` is null, of all the Team's sites. */
export async function removeWordAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("words.change");
    const { siteId, word, everySite } = readInput(inputSchema, input);
    if (everySite || siteId === null) await requireRight("words.change-team");
    const removed = await removeWord(getDatabase(), {
      teamId,
      siteId: everySite ? null : siteId,
      word,
      userId,
      now: new Date(),
    });
    if (removed)
      await noteActivity(
        { teamId, userId },
        { kind: "words_removed", ...activitySite(everySite ? null : siteId), detail: "1" },
      );
    revalidatePath("/(dashboard)", "layout");
    return undefined;
  });
}
