"use server";

import { z } from "zod";
import { callAuth, describeFault } from "#app/_lib/auth/call-auth.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { newPasswordSchema } from "#app/_lib/password/new-password-schema.ts";

const changeSchema = z.object({
  currentPassword: z.string().min(1, "Enter your current password."),
  newPassword: newPasswordSchema,
});

/** Sets a new password and ends every other session of this account. */
export async function changePassword(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async (): Promise<FormState> => {
    const { currentPassword, newPassword } = readInput(changeSchema, formFields(form));
    const answer = await callAuth({
      path: "/change-password",
      body: { currentPassword, newPassword },
    });
    if (answer.ok) return { done: "Your password is changed, and you are signed out everywhere else." };
    if (answer.code === "WEAK_PASSWORD") return { fields: { newPassword: answer.message } };
    if (answer.code === "INVALID_PASSWORD") return { fields: { currentPassword: "That is not your current password." } };
    return { error: describeFault(answer) };
  });
}
