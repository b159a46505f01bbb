"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { nextPath } from "#app/_lib/forms/next-path.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { requireSession } from "#app/_lib/session/session.ts";
import { getSettings } from "#app/_lib/settings.ts";
import { switchTeam } from "#prisma/queries/teams/switch-team.ts";

const inputSchema = z.object({ teamId: z.uuid(), next: z.string().max(2_000).optional() });

/** Shows another of the person's Teams in this browser, and opens the page that they came for, or its sites. */
export async function switchTeamAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { sessionId, userId } = await requireSession();
    const { teamId, next } = readInput(inputSchema, formFields(form));
    await switchTeam(getDatabase(), { sessionId, userId, teamId });
    revalidatePath("/", "layout");
    redirect(nextPath(next, getSettings().APP_URL));
  });
}
