"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { timeZoneSchema } from "#app/_lib/forms/site-schemas.ts";
import { trialTokenSchema } from "#app/_lib/forms/trial-token-schema.ts";
import { requireRight } from "#app/_lib/session/session.ts";
import { keepTried } from "./keep-tried.ts";

const inputSchema = z.object({ token: trialTokenSchema, timeZone: timeZoneSchema.catch("UTC") });

/** Moves the Site of a trial, with all that was found, to the member's Team. */
export async function keepTrialAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    await requireRight("sites.add");
    const path = await keepTried(readInput(inputSchema, formFields(form)));
    if (path === null) return { error: "This result has expired. Add the website to your sites instead." };
    redirect(path);
  });
}
