"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { acting } from "#app/_lib/operating/acting.ts";
import { requireOperator } from "#app/_lib/session/operator.ts";
import { grantFeature } from "#prisma/queries/operating/change-switch.ts";
import { FEATURE_NAMES } from "#worker/core/operating/switches.ts";

const inputSchema = z.object({ feature: z.enum(FEATURE_NAMES), teamId: z.uuid(), to: z.enum(["give", "take"]) });

/** Gives a Team a feature that is switched off for others, or takes it back. */
export async function grantFeatureAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const operator = await requireOperator("operator.switch");
    const { feature, teamId, to } = readInput(inputSchema, formFields(form));
    await grantFeature(getDatabase(), { ...acting(operator), feature, teamId, hasIt: to === "give" });
    revalidatePath("/operator", "layout");
    return {
      done:
        to === "give" ? "The team has it, even while it is off for others." : "The team has it only while it is on for all.",
    };
  });
}
