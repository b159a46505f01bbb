"use server";

import { redirect } from "next/navigation";
import { callAuth } from "#app/_lib/call-auth.ts";
import { formFields } from "#app/_lib/form-fields.ts";
import { type FormState, runAction } from "#app/_lib/run-action.ts";

/** Verifies the address that the token was sent to and signs in. A link opened a second time leads on to signing in. */
export async function verifyEmail(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const token = formFields(form).token ?? "";
    const answer = await callAuth({ path: "/verify-email", query: { token } });
    if (!answer.ok) redirect("/check-your-mail?because=expired");
    redirect("/verify-email/done");
  });
}
