"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { wordTargetSchema } from "#app/_lib/forms/word-target.ts";
import { activitySite, noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { addWords } from "#prisma/queries/words/add-words.ts";
import { plural } from "#worker/core/text/plural.ts";
import { addedWords } from "#worker/core/view/words/added-words.ts";
import { MOST_WORDS, parseWordList, type TypedWords } from "#worker/core/view/words/word-list.ts";

const LONGEST_PASTE = 200_000;
const REFUSED_NAMED = 5;

const inputSchema = z.object({
  words: z.string().max(LONGEST_PASTE, "This text is too long. Import it as a file."),
  withEndings: z
    .literal("on")
    .optional()
    .catch(undefined)
    .transform((value) => value === "on"),
});

/**
 * Adds typed or pasted words to the dictionary of a Site or of all the Team's sites. Entries that are not single words stay in
 * the form.
 */
export async function addWordsAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  return runAction(async () => {
    const { teamId, userId } = await requireRight("words.change");
    const { words: pasted, withEndings } = readInput(inputSchema, typed);
    const siteId = readInput(wordTargetSchema, typed);
    if (siteId === null) await requireRight("words.change-team");
    const list = parseWordList(pasted);
    const fault = faultOf(list);
    if (fault) return { fields: { words: fault }, values: typed };
    const entries = list.words.map((word) => ({ word, withEndings }));
    const added = await addWords(getDatabase(), { teamId, siteId, entries, userId, now: new Date() });
    await noteActivity({ teamId, userId }, { kind: "words_added", ...activitySite(siteId), detail: String(added.added) });
    revalidatePath("/(dashboard)", "layout");
    const { decisionId } = added;
    if (list.refused.length === 0) return { done: addedWords(added), decisionId };
    const fields = {
      words: `${plural(added.added, "word")} added. We did not add these, because each entry must be a single word: ${named(list.refused)}`,
    };
    return { fields, values: { ...typed, words: list.refused.join("\n") }, decisionId };
  });
}

function faultOf({ words, refused }: TypedWords): string | undefined {
  if (words.length > MOST_WORDS)
    return `Add at most ${plural(MOST_WORDS, "word")} at once, or import them as a file; you entered ${plural(words.length, "word")}.`;
  if (words.length > 0) return undefined;
  return refused.length > 0
    ? `Each entry must be a single word with at least one letter: ${named(refused)}`
    : "Enter at least one word.";
}

function named(refused: string[]): string {
  const shown = refused.slice(0, REFUSED_NAMED).map((piece) => `“${piece.slice(0, 40)}”`);
  return `${shown.join(", ")}${refused.length > REFUSED_NAMED ? " and others" : ""}.`;
}
