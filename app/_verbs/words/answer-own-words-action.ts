"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { activitySite, noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { addWords } from "#prisma/queries/words/add-words.ts";
import { answerOwnWords } from "#prisma/queries/words/answer-own-words.ts";
import { addedWords } from "#worker/core/view/words/added-words.ts";
import { LONGEST_WORD, MOST_WORDS } from "#worker/core/view/words/word-list.ts";

const inputSchema = z.object({
  siteId: z.uuid(),
  scope: z.enum(["site", "team"]).catch("site"),
  words: z.array(z.string().trim().min(1).max(LONGEST_WORD)).max(MOST_WORDS),
});

/** Adds the ticked words to the dictionary of the Site or of all the Team's, and records that the question was answered. */
export async function answerOwnWordsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("words.change");
    const typed = { siteId: form.get("siteId"), scope: form.get("scope"), words: form.getAll("word") };
    const { siteId, scope, words } = readInput(inputSchema, typed);
    if (scope === "team") await requireRight("words.change-team");
    const now = new Date();
    await answerOwnWords(getDatabase(), { teamId, siteId, now });
    const entries = words.map((word) => ({ word, withEndings: false }));
    const target = { teamId, siteId: scope === "team" ? null : siteId, userId, now };
    const added = await addWords(getDatabase(), { ...target, entries });
    if (words.length > 0)
      await noteActivity(
        { teamId, userId },
        { kind: "words_added", ...activitySite(target.siteId), detail: String(added.added) },
      );
    revalidatePath("/(dashboard)", "layout");
    if (words.length === 0) return { done: "Noted. None of these words is yours." };
    return { done: addedWords(added), decisionId: added.decisionId };
  });
}
