"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getDatabase } from "#app/_lib/database.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { startProTrial } from "#prisma/queries/plans/start-pro-trial.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

/** Starts the Team's free trial of Pro. */
export async function startProTrialAction(): Promise<FormState> {
  return runAction(async () => {
    const { teamId, userId } = await requireRight("billing.change");
    await startProTrial({ db: getDatabase(), now: new Date() }, { teamId: teamOf(teamId), userId });
    revalidatePath("/", "layout");
    redirect("/billing?note=trial");
  });
}
