"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { requireOwner } from "#app/_lib/session/require-owner.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { addApiToken } from "#prisma/queries/api/api-tokens.ts";
import { isApiScope } from "#worker/core/api/api-scopes.ts";

const inputSchema = z.object({
  name: z.string().trim().min(1, "Enter a name for the token.").max(60, "Use at most 60 characters."),
  scopes: z.array(z.string()).min(1, "Choose at least one right."),
});

/** Creates a token of the API, which is in the answer and nowhere else. */
export async function addApiTokenAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const member = await requireMember();
    requireOwner(member, "create tokens");
    const chosen = Object.keys(typed).filter(isApiScope);
    const { name } = readInput(inputSchema, { name: typed.name ?? "", scopes: chosen });
    const { teamId, userId } = member;
    const secret = await addApiToken(getDatabase(), { teamId, userId, name, scopes: chosen }, new Date());
    revalidatePath("/api-access");
    return { secret };
  });
  return state.secret ? state : { ...state, values: typed };
}
