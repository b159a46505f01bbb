import type { Database } from "#prisma/client.ts";

const MOST_SHOWN = 100;

export type MailboxEntry = { id: string; email: string; subject: string; createdAt: Date };

/**
 * Mails kept because no SMTP server is configured, newest first, at most 100; `email` narrows them to addresses that contain it. Not by
 * Team: it stands in for the mailboxes of everybody, on the machine of whoever tries the product.
 */
export async function findMailbox(db: Database, { email }: { email: string }): Promise<MailboxEntry[]> {
  return db.mailboxMessage.findMany({
    where: email ? { email: { contains: email, mode: "insensitive" } } : {},
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_SHOWN,
    select: { id: true, email: true, subject: true, createdAt: true },
  });
}
