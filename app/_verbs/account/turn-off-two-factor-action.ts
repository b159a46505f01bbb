"use server";

import { redirect } from "next/navigation";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { ownPasswordSchema } from "#app/_lib/password/own-password-schema.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { turnOffTwoFactor } from "#app/_lib/second-step/manage-two-factor.ts";
import { currentSource } from "#app/_lib/security-log/current-source.ts";
import { confirmOwnPassword } from "#app/_lib/session/confirm-own-password.ts";
import { requireSession } from "#app/_lib/session/session.ts";

/** Turns two-factor sign-in off for the signed-in user after checking the password. */
export async function turnOffTwoFactorAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { userId } = await requireSession();
    const { password } = readInput(ownPasswordSchema, formFields(form));
    if (!(await confirmOwnPassword(userId, password)))
      return { fields: { password: "That is not your password. Nothing was changed." } };
    const dependencies = { db: getDatabase(), queue: await getQueue(), now: new Date() };
    await turnOffTwoFactor(dependencies, { userId, source: await currentSource() });
    redirect("/account/two-factor");
  });
}
