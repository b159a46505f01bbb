"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { withdrawInvitation } from "#prisma/queries/people/invite.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

const inputSchema = z.object({ invitationId: z.uuid() });

/** Withdraws an invitation, so that its link no longer works. */
export async function withdrawInvitationAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("people.change");
    const { invitationId } = readInput(inputSchema, formFields(form));
    const wanted = { teamId: teamOf(teamId), byUserId: userId, invitationId };
    await withdrawInvitation({ db: getDatabase(), now: new Date() }, wanted);
    revalidatePath("/people", "layout");
    return { done: "Withdrawn. The link no longer works." };
  });
}
