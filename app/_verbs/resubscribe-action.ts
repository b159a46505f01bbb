"use server";

import { redirect } from "next/navigation";
import { resubscribeRecipient } from "#prisma/queries/resubscribe-recipient.ts";
import { getDatabase } from "../_lib/database.ts";
import { formFields } from "../_lib/form-fields.ts";

/** Takes an unsubscription back. */
export async function resubscribeAction(form: FormData): Promise<void> {
  const { token = "" } = formFields(form);
  await resubscribeRecipient(getDatabase(), { token, now: new Date() });
  redirect(`/unsubscribe/${encodeURIComponent(token)}`);
}
