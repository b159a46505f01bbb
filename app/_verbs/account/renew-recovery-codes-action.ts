"use server";

import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { ownPasswordSchema } from "#app/_lib/password/own-password-schema.ts";
import { renewRecoveryCodes } from "#app/_lib/second-step/manage-two-factor.ts";
import { currentSource } from "#app/_lib/security-log/current-source.ts";
import { confirmOwnPassword } from "#app/_lib/session/confirm-own-password.ts";
import { requireSession } from "#app/_lib/session/session.ts";

/** Replaces the signed-in user's recovery codes after checking the password, and returns the new ones to the form. */
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
