"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { countInvitation } from "#app/_lib/people/count-invitation.ts";
import { makeInvitationLink } from "#app/_lib/people/make-invitation-link.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { findInvitationEmail } from "#prisma/queries/people/find-invitation.ts";
import { sendInvitationAgain } from "#prisma/queries/people/invite.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

const inputSchema = z.object({ invitationId: z.uuid() });

/** Sends an open or expired invitation again, with a new link. */
export async function sendInvitationAgainAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const member = await requireRight("people.change");
    const teamId = teamOf(member.teamId);
    const { invitationId } = readInput(inputSchema, formFields(form));
    const [db, now] = [getDatabase(), new Date()];
    const email = await findInvitationEmail(db, { teamId, invitationId });
    await countInvitation(db, { teamId, email, now });
    const link = makeInvitationLink(getSettings(), { email, now });
    const wanted = { teamId, byUserId: member.userId, invitationId, link };
    await sendInvitationAgain({ db, queue: await getQueue(), now }, wanted);
    revalidatePath("/people", "layout");
    return { done: `We sent a new link to ${email}. The earlier one no longer works.` };
  });
}
