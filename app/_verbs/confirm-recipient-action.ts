"use server";

import { redirect } from "next/navigation";
import { confirmRecipient } from "#prisma/queries/confirm-recipient.ts";
import { getDatabase } from "../_lib/database.ts";
import { formFields } from "../_lib/form-fields.ts";

/** Agrees to get the mails about one site, for an address that somebody else typed in. */
export async function confirmRecipientAction(form: FormData): Promise<void> {
  const { token = "" } = formFields(form);
  await confirmRecipient(getDatabase(), { token, now: new Date() });
  redirect(`/confirm/${encodeURIComponent(token)}`);
}
