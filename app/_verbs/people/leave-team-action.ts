"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { leaveTeam } from "#prisma/queries/people/remove-person.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

const inputSchema = z.object({ stopMails: z.literal("on").optional() });

/** Takes the signed-in person out of the Team. */
export async function leaveTeamAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("team.belong");
    const { stopMails } = readInput(inputSchema, formFields(form));
    const wanted = { teamId: teamOf(teamId), userId, stopMails: stopMails === "on" };
    await leaveTeam({ db: getDatabase(), now: new Date() }, wanted);
    revalidatePath("/", "layout");
    redirect("/teams?note=left");
  });
}
