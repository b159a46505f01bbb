"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { acting } from "#app/_lib/operating/acting.ts";
import { reasonSchema } from "#app/_lib/operating/reason-schema.ts";
import { requireOperator } from "#app/_lib/session/operator.ts";
import { hold } from "#prisma/queries/operating/hold.ts";

const inputSchema = z.object({ teamId: z.uuid(), siteId: z.uuid().nullable().default(null), reason: reasonSchema });

/** Pauses a Team, or one of its Sites, with a reason that the Team reads. */
export async function holdAction(_previous: FormState, form: FormData): Promise<FormState> {
  const typed = formFields(form);
  const state = await runAction(async () => {
    const operator = await requireOperator("operator.hold");
    const { teamId, siteId, reason } = readInput(inputSchema, typed);
    await hold(getDatabase(), { ...acting(operator), teamId, siteId, reason });
    revalidatePath("/operator", "layout");
    return { done: "Paused. Crawls under way stop within seconds, and the team sees the reason." };
  });
  return state.done ? state : { ...state, values: typed };
}
