"use server";

import { revalidatePath } from "next/cache";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { wordTargetSchema } from "#app/_lib/forms/word-target.ts";
import { activitySite, noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { addWords } from "#prisma/queries/words/add-words.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { addedWords } from "#worker/core/view/words/added-words.ts";
import { LARGEST_FILE, MOST_IMPORTED, parseWordFile, type WordFile } from "#worker/core/view/words/word-file.ts";

/** Refused lines that are returned; the form shows fewer. */
const REFUSED_RETURNED = 50;

/** Adds the words of a file, plain text or Hunspell `.dic`, to the dictionary of a Site or of all the Team's sites. */
export async function importWordsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("words.change");
    const siteId = readInput(wordTargetSchema, formFields(form));
    if (siteId === null) await requireRight("words.change-team");
    const read = await readText(form.get("file"));
    if ("fault" in read) return { fields: { file: read.fault } };
    const file = parseWordFile(read.text);
    const refused = file.refused.slice(0, REFUSED_RETURNED);
    const fault = faultOf(file);
    if (fault) return { fields: { file: fault }, refused };
    const { entries } = file;
    const added = await addWords(getDatabase(), { teamId, siteId, entries, userId, now: new Date() });
    await noteActivity({ teamId, userId }, { kind: "words_added", ...activitySite(siteId), detail: String(added.added) });
    revalidatePath("/(dashboard)", "layout");
    return { done: [addedWords(added), ...notesOn(file)].join(" "), refused, decisionId: added.decisionId };
  });
}

async function readText(file: FormDataEntryValue | null): Promise<{ text: string } | { fault: string }> {
  if (!(file instanceof File) || file.size === 0) return { fault: "Choose a file with words." };
  if (file.size > LARGEST_FILE)
    return { fault: `This file is larger than ${formatCount(LARGEST_FILE / 1_000)} kB. Split it, and import the parts.` };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { fault: "This file is not a text in UTF-8. Save it as UTF-8 text, then import it again." };
  }
}

function faultOf({ entries, refused }: WordFile): string | undefined {
  if (entries.length > MOST_IMPORTED)
    return `This file has ${formatCount(entries.length)} words. Import at most ${formatCount(MOST_IMPORTED)} at once.`;
  if (entries.length > 0) return undefined;
  return refused.length > 0
    ? "No line of this file is a word. Below you see why."
    : "This file has no words. Write one word on each line.";
}

function notesOn({ refused, doubles, unknownFlags }: WordFile): string[] {
  return [
    ...(doubles > 0 ? [`${plural(doubles, "line repeats", "lines repeat")} a word.`] : []),
    ...(unknownFlags > 0
      ? [`${plural(unknownFlags, "word has", "words have")} flags that we do not know; we added the words without endings.`]
      : []),
    ...(refused.length > 0 ? [`We left out ${plural(refused.length, "line")}, listed below.`] : []),
  ];
}
