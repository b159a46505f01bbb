"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { requireEditor } from "#app/_lib/session/require-editor.ts";
import { addWord } from "#prisma/queries/words/add-word.ts";
import { plural } from "#worker/core/text/plural.ts";
import { MOST_WORDS, parseWordList, type TypedWords } from "#worker/core/view/word-list.ts";

const LONGEST_PASTE = 200_000;
const REFUSED_NAMED = 5;

const inputSchema = z.object({
  siteId: z.uuid(),
  words: z.string().max(LONGEST_PASTE, "This text is too long. Paste it in parts."),
  scope: z.enum(["site", "team"]).catch("site"),
});

/**
 * Adds typed or pasted words to the dictionary of a Site or of all the Team's sites. Entries that are not single words stay in
 * the form.
 */
export async function addWordsAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  return runAction(async () => {
    const { teamId, userId } = await requireEditor();
    const { siteId, words: pasted, scope } = readInput(inputSchema, typed);
    const list = parseWordList(pasted);
    const fault = faultOf(list);
    if (fault) return { fields: { words: fault }, values: typed };
    const target = { teamId, siteId: scope === "team" ? null : siteId, userId, now: new Date() };
    for (const word of list.words) await addWord(getDatabase(), { ...target, word });
    revalidatePath(`/sites/${siteId}`, "layout");
    if (list.refused.length === 0) return { done: `${plural(list.words.length, "word")} added.` };
    const fields = {
      words: `${plural(list.words.length, "word")} added. We did not add these, because each entry must be a single word: ${named(list.refused)}`,
    };
    return { fields, values: { ...typed, words: list.refused.join("\n") } };
  });
}

function faultOf({ words, refused }: TypedWords): string | undefined {
  if (words.length > MOST_WORDS)
    return `Add at most ${plural(MOST_WORDS, "word")} at once; you entered ${plural(words.length, "word")}.`;
  if (words.length > 0) return undefined;
  return refused.length > 0
    ? `Each entry must be a single word with at least one letter: ${named(refused)}`
    : "Enter at least one word.";
}

function named(refused: string[]): string {
  const shown = refused.slice(0, REFUSED_NAMED).map((piece) => `“${piece.slice(0, 40)}”`);
  return `${shown.join(", ")}${refused.length > REFUSED_NAMED ? " and others" : ""}.`;
}
