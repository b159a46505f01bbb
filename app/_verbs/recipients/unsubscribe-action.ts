"use server";

import { redirect } from "next/navigation";
import { formFields } from "#app/_lib/forms/form-fields.ts";
import { unsubscribe } from "./unsubscribe.ts";

/** Unsubscribes from the mails about one site, and shows the same page again. */
export async function unsubscribeAction(form: FormData): Promise<void> {
  const { token = "" } = formFields(form);
  await unsubscribe(token);
  redirect(`/unsubscribe/${encodeURIComponent(token)}`);
}
