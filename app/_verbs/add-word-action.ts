"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { wordSchema } from "#app/_lib/forms/site-schemas.ts";
import { requireEditor } from "#app/_lib/session/require-editor.ts";
import { addWord } from "#prisma/queries/words/add-word.ts";

const inputSchema = z.object({ siteId: z.uuid(), word: wordSchema });

/** Adds a word to a Site's dictionary and closes the Issues about it. */
export async function addWordAction(input: z.input<typeof inputSchema>): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireEditor();
    const { siteId, word } = readInput(inputSchema, input);
    await addWord(getDatabase(), { teamId, siteId, word, userId, now: new Date() });
    revalidatePath(`/sites/${siteId}`, "layout");
    return undefined;
  });
}
