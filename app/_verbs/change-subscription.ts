"use server";

import { redirect } from "next/navigation";
import { confirmRecipient } from "#prisma/queries/confirm-recipient.ts";
import { resubscribeRecipient } from "#prisma/queries/resubscribe-recipient.ts";
import { unsubscribeRecipient } from "#prisma/queries/unsubscribe-recipient.ts";
import { getDatabase } from "../_lib/database.ts";
import { formFields } from "../_lib/form-fields.ts";

/** Stops the mails about one site, for whoever holds the token from one of them. */
export async function unsubscribe(form: FormData): Promise<void> {
  const { token = "" } = formFields(form);
  await unsubscribeRecipient(getDatabase(), { token, now: new Date() });
  redirect(`/unsubscribe/${encodeURIComponent(token)}`);
}

/** Takes that back. */
export async function resubscribe(form: FormData): Promise<void> {
  const { token = "" } = formFields(form);
  await resubscribeRecipient(getDatabase(), { token, now: new Date() });
  redirect(`/unsubscribe/${encodeURIComponent(token)}`);
}

/** Agrees to get the mails about one site, for an address that somebody else typed in. */
export async function confirm(form: FormData): Promise<void> {
  const { token = "" } = formFields(form);
  await confirmRecipient(getDatabase(), { token, now: new Date() });
  redirect(`/confirm/${encodeURIComponent(token)}`);
}
