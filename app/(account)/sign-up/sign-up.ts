"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { callAuth, describeFault } from "#app/_lib/auth/call-auth.ts";
import { emailSchema } from "#app/_lib/forms/email-schema.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { trialTokenSchema } from "#app/_lib/forms/trial-token-schema.ts";
import { rememberPendingEmail } from "#app/_lib/session/pending-email.ts";

const signUpSchema = z.object({ email: emailSchema, trial: trialTokenSchema.optional().catch(undefined) });

/**
 * Sends the mail with the link that creates an account. If the address has an account, the answer is the same and the mail says
 * so.
 */
export async function signUp(_previous: FormState, form: FormData): Promise<FormState> {
  const fields = formFields(form);
  const state = await runAction(async () => {
    const { email, trial } = readInput(signUpSchema, fields);
    const answer = await callAuth({ path: "/sign-up/start", body: { email, trial } });
    if (!answer.ok) return { error: describeFault(answer) };
    await rememberPendingEmail(email);
    redirect(trial ? `/check-your-mail?try=${trial}` : "/check-your-mail");
  });
  return { ...state, values: { email: fields.email ?? "" } };
}
