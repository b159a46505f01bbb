"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { teamNameSchema } from "#app/_lib/people/team-name-schema.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { renameTeam } from "#prisma/queries/teams/rename-team.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

const inputSchema = z.object({ name: teamNameSchema });

/** Changes the name of the Team. */
export async function renameTeamAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const { teamId, userId } = await requireRight("people.change");
    const { name } = readInput(inputSchema, typed);
    await renameTeam({ db: getDatabase(), now: new Date() }, { teamId: teamOf(teamId), byUserId: userId, name });
    revalidatePath("/(dashboard)", "layout");
    return { done: "Saved." };
  });
  return { ...state, values: typed };
}
