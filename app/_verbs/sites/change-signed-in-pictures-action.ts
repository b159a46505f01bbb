"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { changeSignedInPictures } from "#prisma/queries/pictures/change-signed-in-pictures.ts";

const inputSchema = z.object({ siteId: z.uuid() });

/** Allows or forbids pictures of a Site that has a sign-in. Browsers do not send an unchecked box. */
export async function changeSignedInPicturesAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  return runAction(async () => {
    const { teamId, userId } = await requireRight("sites.change");
    const { siteId } = readInput(inputSchema, typed);
    const isOn = typed.pictures === "on";
    await changeSignedInPictures(getDatabase(), { teamId, siteId, isOn });
    await noteActivity({ teamId, userId }, { kind: "site_changed", siteId, detail: "pictures" });
    revalidatePath(`/sites/${siteId}`, "layout");
    return { done: isOn ? "Saved. We take pictures after the next crawl." : "Saved. We deleted the pictures of this site." };
  });
}
