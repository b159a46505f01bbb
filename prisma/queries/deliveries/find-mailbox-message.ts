import { z } from "zod";
import type { Database } from "#prisma/client.ts";

export type MailboxMail = {
  id: string;
  email: string;
  from: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  createdAt: Date;
};

const headersSchema = z.record(z.string(), z.string());

/** Returns one mail as it would have arrived; null when none has this id. Not limited to a Team: see find-mailbox.ts. */
export async function findMailboxMessage(db: Database, { messageId }: { messageId: string }): Promise<MailboxMail | null> {
  const mail = await db.mailboxMessage.findUnique({
    where: { id: messageId },
    select: { id: true, email: true, from: true, subject: true, html: true, text: true, headers: true, createdAt: true },
  });
  return mail && { ...mail, headers: headersSchema.parse(mail.headers) };
}
