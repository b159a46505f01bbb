"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { callAuth, describeFault } from "#app/_lib/call-auth.ts";
import { emailSchema } from "#app/_lib/email-schema.ts";
import { formFields } from "#app/_lib/form-fields.ts";
import { newPasswordSchema } from "#app/_lib/new-password.ts";
import { rememberPendingEmail } from "#app/_lib/pending-email.ts";
import { readInput } from "#app/_lib/read-input.ts";
import { type FormState, runAction } from "#app/_lib/run-action.ts";

const signUpSchema = z.object({ email: emailSchema, password: newPasswordSchema });

/**
 * Opens an account and has the verification mail sent. An address that is taken gets the same answer as one that is not, so that nobody
 * learns here who has an account.
 */
export async function signUp(_previous: FormState, form: FormData): Promise<FormState> {
  const fields = formFields(form);
  const values = { email: fields.email ?? "" };
  const state = await runAction(async () => {
    const { email, password } = readInput(signUpSchema, fields);
    const answer = await callAuth({ path: "/sign-up/email", body: { email, password, name: email } });
    if (!answer.ok) return { error: describeFault(answer) };
    await rememberPendingEmail(email);
    redirect("/check-your-mail");
  });
  return { ...state, values };
}
