"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { accessFields, accessSchema } from "#app/_lib/people/access-schema.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { changePerson } from "#prisma/queries/people/change-person.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";

const inputSchema = z.object({ userId: z.string().min(1).max(100) });

/** Changes what a person of the Team may do and which Sites they see. */
export async function changePersonAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const member = await requireRight("people.change");
    const { userId } = readInput(inputSchema, formFields(form));
    const access = readInput(accessSchema, accessFields(form));
    const wanted = { teamId: teamOf(member.teamId), byUserId: member.userId, userId, ...access };
    await changePerson({ db: getDatabase(), now: new Date() }, wanted);
    revalidatePath("/(dashboard)", "layout");
    // Someone who is no owner any more cannot see the form.
    if (userId === member.userId && access.role !== "owner") redirect("/people");
    return { done: "Saved. It holds from now on." };
  });
}
