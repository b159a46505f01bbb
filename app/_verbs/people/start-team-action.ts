"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { teamNameSchema } from "#app/_lib/people/team-name-schema.ts";
import { requireSession } from "#app/_lib/session/session.ts";
import { startTeam } from "#prisma/queries/teams/start-team.ts";
import { requireChangesTaken } from "#prisma/queries/winding-down/require-still-open.ts";

const inputSchema = z.object({ name: teamNameSchema });

/** Creates a Team of one's own, and shows it. */
export async function startTeamAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const { sessionId, userId } = await requireSession();
    await requireChangesTaken(getDatabase());
    const { name } = readInput(inputSchema, typed);
    await startTeam({ db: getDatabase(), now: new Date() }, { userId, sessionId, name });
    revalidatePath("/", "layout");
    redirect("/sites/new");
  });
  return { ...state, values: typed };
}
