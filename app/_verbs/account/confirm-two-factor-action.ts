"use server";

import { z } from "zod";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { readInput } from "#app/_lib/forms/read-input.ts";
import { type FormState, runAction } from "#app/_lib/forms/run-action.ts";
import { confirmTwoFactor } from "#app/_lib/second-step/manage-two-factor.ts";
import { getSecretKeys } from "#app/_lib/secret-keys.ts";
import { currentSource } from "#app/_lib/security-log/current-source.ts";
import { requireSession } from "#app/_lib/session/session.ts";

const codeSchema = z.object({ code: z.string().trim().min(1, "Enter the six digits that the app shows.").max(100) });

/**
 * Turns two-factor sign-in on after the first code, and returns the recovery codes to the form. The page is not rendered again,
 * because the codes are shown only once.
 */
export async function confirmTwoFactorAction(_previous: FormState, form: FormData): Promise<FormState> {
  return runAction(async () => {
    const { userId, sessionId } = await requireSession();
    const { code } = readInput(codeSchema, formFields(form));
    const dependencies = { db: getDatabase(), keys: getSecretKeys(), now: new Date() };
    const codes = await confirmTwoFactor(dependencies, { userId, sessionId, code, source: await currentSource() });
    if (codes) return { codes };
    return {
      fields: {
        code: "That is not the code that the app shows now. Check that the clock of your phone is right, and try again.",
      },
    };
  });
}
