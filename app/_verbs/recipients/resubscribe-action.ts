"use server";

import { redirect } from "next/navigation";
import { getDatabase } from "#app/_lib/database.ts";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { resubscribeRecipient } from "#prisma/queries/recipients/resubscribe-recipient.ts";

/** Takes an unsubscription back. */
export async function resubscribeAction(form: FormData): Promise<void> {
  const { token = "" } = formFields(form);
  await resubscribeRecipient(getDatabase(), { token, now: new Date() });
  redirect(`/unsubscribe/${encodeURIComponent(token)}`);
}
