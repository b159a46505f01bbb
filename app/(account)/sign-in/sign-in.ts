"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { callAuth, describeFault } from "#app/_lib/auth/call-auth.ts";
import { emailSchema } from "#app/_lib/forms/email-schema.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { nextPath } from "#app/_lib/forms/next-path.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { SECOND_STEP_NEEDED } from "#app/_lib/second-step/second-step-needed.ts";
import { getSettings } from "#app/_lib/settings.ts";

const signInSchema = z.object({
  email: emailSchema,
  password: z.string().min(1, "Enter your password.").max(1000, "That is not your password."),
});

const LOCKED =
  "Too many wrong passwords were tried for this address. Sign in with a browser in which you have signed in before, have a new password set by mail, or try again later.";

/**
 * Signs in. The answer is the same for an unknown address and a wrong password, so that it does not reveal who has an account.
 */
export async function signIn(_previous: FormState, form: FormData): Promise<FormState> {
  const fields = formFields(form);
  const values = { email: fields.email ?? "" };
  const state = await runAction(async () => {
    const { email, password } = readInput(signInSchema, fields);
    const answer = await callAuth({ path: "/sign-in/email", body: { email, password } });
    if (answer.ok) redirect(nextPath(fields.next, getSettings().APP_URL));
    if (answer.code === SECOND_STEP_NEEDED)
      redirect(`/sign-in/code?${new URLSearchParams({ next: nextPath(fields.next, getSettings().APP_URL) })}`);
    if (answer.status === 401)
      return { error: "This e-mail address and password do not belong together. Check both and try again." };
    if (answer.code === "TOO_MANY_ATTEMPTS") return { error: LOCKED };
    return { error: describeFault(answer) };
  });
  return { ...state, values };
}
