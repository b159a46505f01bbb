"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { addApiToken } from "#prisma/queries/api/api-tokens.ts";
import { requireFeature } from "#prisma/queries/operating/is-switched-on.ts";
import { isApiScope } from "#worker/core/api/api-scopes.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

const inputSchema = z.object({
  name: z.string().trim().min(1, "Enter a name for the token.").max(60, "Use at most 60 characters."),
  scopes: z.array(z.string()).min(1, "Choose at least one right."),
});

/** Creates a token of the API, which is in the answer and nowhere else. */
export async function addApiTokenAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const member = await requireRight("tokens.change");
    const chosen = Object.keys(typed).filter(isApiScope);
    const { name } = readInput(inputSchema, { name: typed.name ?? "", scopes: chosen });
    const wanted = { teamId: teamOf(member.teamId), userId: member.userId };
    await requireFeature(getDatabase(), { feature: "api", teamId: wanted.teamId });
    const secret = await addApiToken(getDatabase(), { ...wanted, name, scopes: chosen }, new Date());
    await noteActivity(member, { kind: "token_created", detail: name });
    revalidatePath("/api-access");
    return { secret };
  });
  return state.secret ? state : { ...state, values: typed };
}
