"use server";

import { redirect } from "next/navigation";
import { confirmOwnPassword } from "#app/_lib/confirm-own-password.ts";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/form-fields.ts";
import { ownPasswordSchema } from "#app/_lib/own-password-schema.ts";
import { getQueue } from "#app/_lib/queue.ts";
import { readInput } from "#app/_lib/read-input.ts";
import { type FormState, runAction } from "#app/_lib/run-action.ts";
import { turnOffTwoFactor } from "#app/_lib/second-step/manage-two-factor.ts";
import { currentSource } from "#app/_lib/security-log/current-source.ts";
import { requireSession } from "#app/_lib/session.ts";

/** Turns two-factor sign-in off for whoever is signed in and knows the password. */
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
