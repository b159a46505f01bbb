"use server";

import { revalidatePath } from "next/cache";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { tokenEnd, tokenSchema } from "#app/_lib/forms/token-schema.ts";
import { noteActivity } from "#app/_lib/people/note-activity.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { addApiToken } from "#prisma/queries/api/api-tokens.ts";
import { requireFeature } from "#prisma/queries/operating/is-switched-on.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

/** Creates a token of the API, which is in the answer and nowhere else. */
export async function addApiTokenAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const member = await requireRight("tokens.change");
    const { name, scopes, sites, days } = readInput(tokenSchema, typed);
    const now = new Date();
    const wanted = { teamId: teamOf(member.teamId), userId: member.userId, name, scopes, sites };
    await requireFeature(getDatabase(), { feature: "api", teamId: wanted.teamId });
    const secret = await addApiToken(getDatabase(), { ...wanted, expiresAt: tokenEnd(days, now) }, now);
    await noteActivity(member, { kind: "token_created", detail: name });
    revalidatePath("/api-access");
    return { secret };
  });
  return state.secret ? state : { ...state, values: typed };
}
