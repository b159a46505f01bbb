"use server";

import { redirect } from "next/navigation";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { liftOwnSuppression } from "#prisma/queries/suppressions/lift-own-suppression.ts";

/** Writes again to the person with the token of a mail, whose mails came back or were reported as spam. */
export async function liftOwnSuppressionAction(form: FormData): Promise<void> {
  const { token = "" } = formFields(form);
  await liftOwnSuppression(getDatabase(), { token, now: new Date() });
  redirect(`/unsubscribe/${encodeURIComponent(token)}`);
}
