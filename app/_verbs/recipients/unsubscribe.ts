import { getDatabase } from "#app/_lib/database.ts";
import { unsubscribeRecipient } from "#prisma/queries/recipients/unsubscribe-recipient.ts";

/** Unsubscribes the recipient with this token from the mails about one site. Returns false for an unknown token. */
export async function unsubscribe(token: string): Promise<boolean> {
  return unsubscribeRecipient(getDatabase(), { token, now: new Date() });
}
