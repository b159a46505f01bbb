"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { currentSource } from "#app/_lib/security-log/current-source.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { recordSecurityEvent } from "#prisma/queries/security/record-security-event.ts";
import { removeSignIn } from "#prisma/queries/sites/site-sign-in.ts";

const inputSchema = z.object({ siteId: z.uuid() });

/** Removes a Site's sign-in. */
export async function removeSignInAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("sites.change");
    const { siteId } = readInput(inputSchema, formFields(form));
    const event = { userId, kind: "site_sign_in_removed", source: await currentSource(), now: new Date() } as const;
    await getDatabase().$transaction(async (tx) => {
      const detail = await removeSignIn(tx, { teamId, siteId });
      await recordSecurityEvent(tx, { ...event, detail });
    });
    await noteActivity({ teamId, userId }, { kind: "site_changed", siteId, detail: "sign-in removed" });
    revalidatePath(`/sites/${siteId}`, "layout");
    return { done: "Removed. We read the site as any visitor sees it." };
  });
}
