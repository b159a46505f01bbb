"use server";

import { confirmOwnPassword } from "#app/_lib/confirm-own-password.ts";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/form-fields.ts";
import { ownPasswordSchema } from "#app/_lib/own-password-schema.ts";
import { readInput } from "#app/_lib/read-input.ts";
import { type FormState, runAction } from "#app/_lib/run-action.ts";
import { renewRecoveryCodes } from "#app/_lib/second-step/manage-two-factor.ts";
import { currentSource } from "#app/_lib/security-log/current-source.ts";
import { requireSession } from "#app/_lib/session.ts";

/** Replaces the recovery codes of whoever is signed in and knows the password, and hands the new ones to the form. */
export async function renewRecoveryCodesAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { userId } = await requireSession();
    const { password } = readInput(ownPasswordSchema, formFields(form));
    if (!(await confirmOwnPassword(userId, password))) return { fields: { password: "That is not your password." } };
    return {
      codes: await renewRecoveryCodes({ db: getDatabase(), now: new Date() }, { userId, source: await currentSource() }),
    };
  });
}
