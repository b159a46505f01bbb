"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { acting } from "#app/_lib/operating/acting.ts";
import { requireOperator } from "#app/_lib/session/operator.ts";
import { release } from "#prisma/queries/operating/hold.ts";

const inputSchema = z.object({ teamId: z.uuid(), siteId: z.uuid().nullable().default(null) });

/** Resumes a Team, or one of its Sites, that an operator has paused. */
export async function releaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const operator = await requireOperator("operator.hold");
    await release(getDatabase(), { ...acting(operator), ...readInput(inputSchema, formFields(form)) });
    revalidatePath("/operator", "layout");
    return { done: "Resumed. Crawls that are overdue start within a minute." };
  });
}
