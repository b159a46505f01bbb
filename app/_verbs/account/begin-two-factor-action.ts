"use server";

import { redirect } from "next/navigation";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { ownPasswordSchema } from "#app/_lib/password/own-password-schema.ts";
import { beginTwoFactor } from "#app/_lib/second-step/manage-two-factor.ts";
import { getSecretKeys } from "#app/_lib/secret-keys.ts";
import { confirmOwnPassword } from "#app/_lib/session/confirm-own-password.ts";
import { requireSession } from "#app/_lib/session/session.ts";

/** Creates a two-factor secret for the signed-in user after checking the password; its first code puts it in force. */
export async function beginTwoFactorAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { userId, sessionId } = await requireSession();
    const { password } = readInput(ownPasswordSchema, formFields(form));
    if (!(await confirmOwnPassword(userId, password))) return { fields: { password: "That is not your password." } };
    await beginTwoFactor({ db: getDatabase(), keys: getSecretKeys(), now: new Date() }, { userId, sessionId });
    redirect("/account/two-factor");
  });
}
