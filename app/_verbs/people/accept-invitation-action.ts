"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { requireSession } from "#app/_lib/session/session.ts";
import { acceptInvitation } from "#prisma/queries/people/accept-invitation.ts";
import { requireChangesTaken } from "#prisma/queries/winding-down/require-still-open.ts";

const inputSchema = z.object({ token: z.string().min(1).max(100) });

/** Joins the Team of an invitation with the signed-in account. */
export async function acceptInvitationAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { userId, sessionId } = await requireSession();
    await requireChangesTaken(getDatabase());
    const { token } = readInput(inputSchema, formFields(form));
    const accepted = await acceptInvitation(getDatabase(), { token, userId, sessionId, now: new Date() });
    revalidatePath("/", "layout");
    if (typeof accepted !== "string") redirect("/sites");
    // The page says what is wrong with the link.
    redirect(`/invitation/${encodeURIComponent(token)}`);
  });
}
