import type { Database, Transaction } from "#prisma/client.ts";
import { recordSecurityEvent } from "../security/record-security-event.ts";
import { findSoleTeams } from "../teams/find-sole-teams.ts";
import { requireHandedOver } from "../teams/require-handed-over.ts";

/** Deleting a large Site cascades to many rows. */
const TRANSACTION_MS = 300_000;

/**
 * Deletes a user and every Team that no other user owns, with Sites, Crawls, Pages, Issues, dictionaries and recipients; also
 * the account's mail, links and stored mailbox messages. All or nothing.
 * @throws DomainError `conflict` if a Team with other people would lose its last owner.
 */
export async function deleteUser(db: Database, userId: string): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true } });
      if (!user) return;
      await lockTeams(tx, userId);
      await requireHandedOver(tx, userId);
      const teams = await findSoleTeams(tx, userId);
      await tx.team.deleteMany({ where: { id: { in: teams.map((team) => team.id) } } });
      const left = { email: user.email.toLowerCase() };
      await tx.invitation.deleteMany({ where: { OR: [left, { invitedById: userId, acceptedAt: null }] } });
      await tx.delivery.deleteMany({ where: { email: user.email, siteId: null } });
      await tx.mailboxMessage.deleteMany({ where: { email: user.email } });
      await tx.verification.deleteMany({ where: { value: { in: [userId, user.email] } } });
      await tx.user.delete({ where: { id: userId } });
      // The event keeps no reference to the deleted account.
      const source = { network: null, device: null };
      await recordSecurityEvent(tx, { userId: null, kind: "account_deleted", source, now: new Date() });
    },
    { timeout: TRANSACTION_MS },
  );
}

/** Locks the user's Teams, so that two owners who leave at the same time do not both rely on each other. */
async function lockTeams(tx: Transaction, userId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Team" WHERE "id" IN (SELECT "teamId" FROM "Member" WHERE "userId" = ${userId}) ORDER BY "id" FOR UPDATE`;
}
