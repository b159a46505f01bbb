import { unsubscribeRecipient } from "#prisma/queries/recipients/unsubscribe-recipient.ts";
import { getDatabase } from "../_lib/database.ts";

/** Unsubscribes the recipient with this token from the mails about one site. Returns false for an unknown token. */
export async function unsubscribe(token: string): Promise<boolean> {
  return unsubscribeRecipient(getDatabase(), { token, now: new Date() });
}
