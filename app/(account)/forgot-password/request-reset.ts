"use server";

import { z } from "zod";
import { callAuth, describeFault } from "#app/_lib/auth/call-auth.ts";
import { emailSchema } from "#app/_lib/forms/email-schema.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { RESET_HOURS } from "#app/_lib/link-hours.ts";

/** Sends a password reset link if the account exists, and gives the same answer if it does not. */
export async function requestReset(_previous: FormState, form: FormData): Promise<FormState> {
  const fields = formFields(form);
  const state = await runAction(async () => {
    const { email } = readInput(z.object({ email: emailSchema }), fields);
    const answer = await callAuth({ path: "/request-password-reset", body: { email } });
    if (!answer.ok) return { error: describeFault(answer) };
    const hours = RESET_HOURS === 1 ? "one hour" : `${RESET_HOURS} hours`;
    return { done: `If there is an account with ${email}, a mail is on its way. The link in it works for ${hours}, once.` };
  });
  return { ...state, values: { email: fields.email ?? "" } };
}
