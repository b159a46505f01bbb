"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { acting } from "#app/_lib/operating/acting.ts";
import { requireOperator } from "#app/_lib/session/operator.ts";
import { withdrawIncident } from "#prisma/queries/operating/incidents.ts";

const inputSchema = z.object({ incidentId: z.uuid() });

/** Takes an announced incident back, as if it had never been there. */
export async function withdrawIncidentAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const operator = await requireOperator("operator.announce");
    const { incidentId } = readInput(inputSchema, formFields(form));
    await withdrawIncident(getDatabase(), { ...acting(operator), incidentId });
    revalidatePath("/operator", "layout");
    return { done: "Withdrawn." };
  });
}
