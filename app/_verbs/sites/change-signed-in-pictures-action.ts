"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { requireEditor } from "#app/_lib/session/require-editor.ts";
import { changeSignedInPictures } from "#prisma/queries/pictures/change-signed-in-pictures.ts";

const inputSchema = z.object({ siteId: z.uuid() });

/** Allows or forbids pictures of a Site that has a sign-in. Browsers do not send an unchecked box. */
export async function changeSignedInPicturesAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  return runAction(async () => {
    const { teamId } = await requireEditor();
    const { siteId } = readInput(inputSchema, typed);
    const isOn = typed.pictures === "on";
    await changeSignedInPictures(getDatabase(), { teamId, siteId, isOn });
    revalidatePath(`/sites/${siteId}`, "layout");
    return { done: isOn ? "Saved. We take pictures after the next crawl." : "Saved. We deleted the pictures of this site." };
  });
}
