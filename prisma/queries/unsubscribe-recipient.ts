import type { Database } from "../client.ts";

/** Stops mail to the recipient whose token this is; doing it again keeps the first moment. False if the token is nobody's. */
export async function unsubscribeRecipient(db: Database, { token, now }: { token: string; now: Date }): Promise<boolean> {
  await db.recipient.updateMany({ where: { token, unsubscribedAt: null }, data: { unsubscribedAt: now } });
  return (await db.recipient.count({ where: { token } })) === 1;
}
