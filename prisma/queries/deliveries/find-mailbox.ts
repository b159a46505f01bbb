import type { Database } from "#prisma/client.ts";

const MOST_SHOWN = 100;

export type MailboxEntry = { id: string; email: string; subject: string; createdAt: Date };

/**
 * Returns mails stored because no SMTP server is configured, newest first, at most 100; `email` filters by part of the address.
 * Not limited to a Team, because it replaces every mailbox on the machine of the person who tries the product.
 */
export async function findMailbox(db: Database, { email }: { email: string }): Promise<MailboxEntry[]> {
  return db.mailboxMessage.findMany({
    where: email ? { email: { contains: email, mode: "insensitive" } } : {},
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_SHOWN,
    select: { id: true, email: true, subject: true, createdAt: true },
  });
}
