"use server";

import { redirect } from "next/navigation";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { confirmRecipient } from "#prisma/queries/recipients/confirm-recipient.ts";
import { getDatabase } from "../_lib/database.ts";

/** Agrees to get the mails about one site, for an address that somebody else typed in. */
export async function confirmRecipientAction(form: FormData): Promise<void> {
  const { token = "" } = formFields(form);
  await confirmRecipient(getDatabase(), { token, now: new Date() });
  redirect(`/confirm/${encodeURIComponent(token)}`);
}
