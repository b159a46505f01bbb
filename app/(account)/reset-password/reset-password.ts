"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { callAuth, describeFault } from "#app/_lib/auth/call-auth.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { newPasswordSchema } from "#app/_lib/password/new-password-schema.ts";

const resetSchema = z.object({ token: z.string().max(100), password: newPasswordSchema });

/** Sets a new password with the token from the mail, and ends every session of that account. */
export async function resetPassword(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { token, password } = readInput(resetSchema, formFields(form));
    const answer = await callAuth({ path: "/reset-password", body: { token, newPassword: password } });
    if (answer.ok) redirect("/sign-in?note=reset");
    if (answer.code === "WEAK_PASSWORD") return { fields: { password: answer.message } };
    if (answer.code === "INVALID_TOKEN") redirect("/forgot-password?because=expired");
    return { error: describeFault(answer) };
  });
}
