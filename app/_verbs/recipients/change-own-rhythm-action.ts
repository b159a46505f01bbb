"use server";

import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { rhythmSchema } from "#app/_lib/forms/rhythm-schema.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { changeRhythm } from "#prisma/queries/rhythms/change-rhythm.ts";
import { requireChangesTaken } from "#prisma/queries/winding-down/require-still-open.ts";

/** Changes how often the person with the token of a mail gets mail. */
export async function changeOwnRhythmAction(_previous: FormState, form: FormData): Promise<FormState> {
  const { token = "", ...typed } = formFields(form);
  return runAction(async () => {
    await requireChangesTaken(getDatabase());
    const wanted = readInput(rhythmSchema, typed);
    await changeRhythm({ db: getDatabase(), now: new Date() }, { ...wanted, recipient: { token } });
    return { done: "Saved. You can close this page." };
  });
}
