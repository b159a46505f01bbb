"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { callAuth, describeFault } from "#app/_lib/auth/call-auth.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { nextPath } from "#app/_lib/forms/next-path.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { getSettings } from "#app/_lib/settings.ts";

const codeSchema = z.object({
  code: z.string().trim().min(1, "Enter the code.").max(100, "That is longer than a code can be."),
});

/** Submits the code for the sign-in that this browser began. */
export async function submitCode(_previous: FormState, form: FormData): Promise<FormState> {
  const fields = formFields(form);
  const state = await runAction(async () => {
    const { code } = readInput(codeSchema, fields);
    const answer = await callAuth({ path: "/two-factor/verify", body: { code, trustDevice: fields.trustDevice === "yes" } });
    if (answer.ok) redirect(nextPath(fields.next, getSettings().APP_URL));
    if (answer.code === "WRONG_CODE")
      return { fields: { code: "That code is wrong or was used before. Wait for the next one." } };
    if (answer.code === "CHALLENGE_OVER") redirect("/sign-in?note=over");
    if (answer.code === "TOO_MANY_ATTEMPTS")
      return {
        error:
          "You entered too many codes. For your safety we take no more codes for up to an hour. After that, sign in again.",
      };
    return { error: describeFault(answer) };
  });
  return { ...state, values: { code: fields.code ?? "" } };
}
