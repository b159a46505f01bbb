"use server";

import { z } from "zod";
import { callAuth, describeFault } from "#app/_lib/call-auth.ts";
import { emailSchema } from "#app/_lib/email-schema.ts";
import { formFields } from "#app/_lib/form-fields.ts";
import { readInput } from "#app/_lib/read-input.ts";
import { type FormState, runAction } from "#app/_lib/run-action.ts";

/** Sends the verification mail again if the address waits for one; says the same if it does not. */
export async function resendVerification(_previous: FormState, form: FormData): Promise<FormState> {
  const fields = formFields(form);
  const state = await runAction(async () => {
    const { email } = readInput(z.object({ email: emailSchema }), fields);
    const answer = await callAuth({ path: "/send-verification-email", body: { email } });
    if (!answer.ok) return { error: describeFault(answer) };
    return { done: `If ${email} is waiting to be verified, a mail is on its way.` };
  });
  return { ...state, values: { email: fields.email ?? "" } };
}
