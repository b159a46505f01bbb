"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { handOverTeam } from "#prisma/queries/people/change-person.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

const inputSchema = z.object({
  userId: z.string().min(1).max(100),
  sure: z.literal("on", "Tick the box first: only the new owner can take it back."),
});

/** Makes another person the owner and the present one an editor. */
export async function handOverTeamAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const member = await requireRight("people.change");
    const { userId } = readInput(inputSchema, formFields(form));
    const wanted = { teamId: teamOf(member.teamId), byUserId: member.userId, userId };
    await handOverTeam({ db: getDatabase(), now: new Date() }, wanted);
    revalidatePath("/(dashboard)", "layout");
    redirect("/people?note=handed-over");
  });
}
