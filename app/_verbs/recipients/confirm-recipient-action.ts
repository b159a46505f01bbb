"use server";

import { redirect } from "next/navigation";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { confirmRecipient } from "#prisma/queries/recipients/confirm-recipient.ts";

/** Confirms an address that another person added to a site's recipients. */
export async function confirmRecipientAction(form: FormData): Promise<void> {
  const { token = "" } = formFields(form);
  await confirmRecipient(getDatabase(), { token, now: new Date() });
  redirect(`/confirm/${encodeURIComponent(token)}`);
}
