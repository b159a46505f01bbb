"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { emailSchema } from "#app/_lib/forms/email-schema.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { accessFields, accessSchema } from "#app/_lib/people/access-schema.ts";
import { countInvitation } from "#app/_lib/people/count-invitation.ts";
import { makeInvitationLink } from "#app/_lib/people/make-invitation-link.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { invite } from "#prisma/queries/people/invite.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

const inputSchema = z.object({ email: emailSchema });

/** Invites an address to the Team, with a role, for all Sites or some. */
export async function invitePersonAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const member = await requireRight("people.change");
    const teamId = teamOf(member.teamId);
    const { email } = readInput(inputSchema, typed);
    const access = readInput(accessSchema, accessFields(form));
    const [db, now] = [getDatabase(), new Date()];
    await countInvitation(db, { teamId, email, now });
    const link = makeInvitationLink(getSettings(), { email, now });
    await invite({ db, queue: await getQueue(), now }, { teamId, byUserId: member.userId, email, ...access, link });
    revalidatePath("/people", "layout");
    return { done: `We sent an invitation to ${email}. The link in it works for 7 days.` };
  });
  return state.done ? state : { ...state, values: typed };
}
