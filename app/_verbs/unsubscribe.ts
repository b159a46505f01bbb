import { unsubscribeRecipient } from "#prisma/queries/recipients/unsubscribe-recipient.ts";
import { getDatabase } from "../_lib/database.ts";

/** Stops the mails about one site, for whoever holds the token from one of them. False if the token is nobody's. */
export async function unsubscribe(token: string): Promise<boolean> {
  return unsubscribeRecipient(getDatabase(), { token, now: new Date() });
}
