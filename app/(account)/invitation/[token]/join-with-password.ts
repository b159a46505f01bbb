"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { callAuth, describeFault } from "#app/_lib/auth/call-auth.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { newPasswordSchema } from "#app/_lib/password/new-password-schema.ts";

const joinSchema = z.object({ token: z.string().min(1).max(100), password: newPasswordSchema });

/** Creates the account of an invited address with the password chosen here, joins the Team, and signs in. */
export async function joinWithPassword(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { token, password } = readInput(joinSchema, formFields(form));
    const answer = await callAuth({ path: "/sign-up/join", body: { token, password } });
    if (answer.ok) redirect("/sites");
    if (answer.code === "WEAK_PASSWORD") return { fields: { password: answer.message } };
    // The page says what is wrong with the link, or offers to sign in.
    if (answer.code === "INVALID_TOKEN" || answer.code === "ACCOUNT_EXISTS")
      redirect(`/invitation/${encodeURIComponent(token)}`);
    return { error: describeFault(answer) };
  });
}
