"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { acting } from "#app/_lib/operating/acting.ts";
import { requireOperator } from "#app/_lib/session/operator.ts";
import { endIncident } from "#prisma/queries/operating/incidents.ts";

const inputSchema = z.object({ incidentId: z.uuid() });

/** Says on the status page that an incident is over. */
export async function endIncidentAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const operator = await requireOperator("operator.announce");
    const { incidentId } = readInput(inputSchema, formFields(form));
    await endIncident(getDatabase(), { ...acting(operator), incidentId });
    revalidatePath("/operator", "layout");
    return { done: "Ended. It stays on the status page for 30 days." };
  });
}
