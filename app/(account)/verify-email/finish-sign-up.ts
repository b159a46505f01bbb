"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { callAuth, describeFault } from "#app/_lib/auth/call-auth.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { timeZoneSchema } from "#app/_lib/forms/site-schemas.ts";
import { trialTokenSchema } from "#app/_lib/forms/trial-token-schema.ts";
import { newPasswordSchema } from "#app/_lib/password/new-password-schema.ts";
import { keepTried } from "#app/_verbs/trials/keep-tried.ts";

const finishSchema = z.object({
  token: z.string().max(100),
  password: newPasswordSchema,
  trial: trialTokenSchema.optional().catch(undefined),
  timeZone: timeZoneSchema.catch("UTC"),
});

/** Creates the account of a sign-up link with the password chosen here, signs in, and keeps the website that was tried before. */
export async function finishSignUp(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { token, password, trial, timeZone } = readInput(finishSchema, formFields(form));
    const answer = await callAuth({ path: "/sign-up/finish", body: { token, password } });
    if (answer.ok) redirect((trial && (await keepTried({ token: trial, timeZone }))) || "/sites/new");
    if (answer.code === "WEAK_PASSWORD") return { fields: { password: answer.message } };
    if (answer.code === "ACCOUNT_EXISTS") redirect("/sign-in?note=exists");
    if (answer.code === "INVALID_TOKEN") redirect("/check-your-mail?because=expired");
    return { error: describeFault(answer) };
  });
}
