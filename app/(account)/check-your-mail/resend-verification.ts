"use server";

import { z } from "zod";
import { callAuth, describeFault } from "#app/_lib/auth/call-auth.ts";
import { emailSchema } from "#app/_lib/forms/email-schema.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { trialTokenSchema } from "#app/_lib/forms/trial-token-schema.ts";

const resendSchema = z.object({ email: emailSchema, trial: trialTokenSchema.optional().catch(undefined) });

/** Sends the sign-up mail again. */
export async function resendVerification(_previous: FormState, form: FormData): Promise<FormState> {
  const fields = formFields(form);
  const state = await runAction(async () => {
    const { email, trial } = readInput(resendSchema, fields);
    const answer = await callAuth({ path: "/sign-up/start", body: { email, trial } });
    if (!answer.ok) return { error: describeFault(answer) };
    return { done: `A mail to ${email} is on its way. At most five are sent in an hour; the link in each of them works.` };
  });
  return { ...state, values: { email: fields.email ?? "" } };
}
