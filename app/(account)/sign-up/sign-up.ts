"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { callAuth, describeFault } from "#app/_lib/call-auth.ts";
import { emailSchema } from "#app/_lib/email-schema.ts";
import { formFields } from "#app/_lib/form-fields.ts";
import { rememberPendingEmail } from "#app/_lib/pending-email.ts";
import { readInput } from "#app/_lib/read-input.ts";
import { type FormState, runAction } from "#app/_lib/run-action.ts";

const signUpSchema = z.object({ email: emailSchema });

/**
 * Has the mail sent whose link makes an account. An address that has an account gets the same answer as one that has none, and a mail that
 * says so.
 */
export async function signUp(_previous: FormState, form: FormData): Promise<FormState> {
  const fields = formFields(form);
  const state = await runAction(async () => {
    const { email } = readInput(signUpSchema, fields);
    const answer = await callAuth({ path: "/sign-up/start", body: { email } });
    if (!answer.ok) return { error: describeFault(answer) };
    await rememberPendingEmail(email);
    redirect("/check-your-mail");
  });
  return { ...state, values: { email: fields.email ?? "" } };
}
