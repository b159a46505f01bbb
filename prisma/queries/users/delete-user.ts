import type { Database, Transaction } from "#prisma/client.ts";
import { erasedAt } from "#worker/core/deletion/erased-at.ts";
import { hideSite } from "../deletion/hide-site.ts";
import type { KeptOfAccount } from "../deletion/kept-facts.ts";
import { recordSecurityEvent } from "../security/record-security-event.ts";
import { findSoleTeams } from "../teams/find-sole-teams.ts";
import { requireHandedOver } from "../teams/require-handed-over.ts";

const TRANSACTION_MS = 300_000;

type OwnTeam = { id: string };

/**
 * Deletes a user's account, with every Team that no other user owns and its Sites. The address is free at once, and nothing is mailed to it. The
 * operator can restore all of it for 30 days; then it is erased. All or nothing.
 * @throws DomainError `conflict` if a Team with other people would lose its last owner.
 */
export async function deleteUser(db: Database, userId: string, now: Date): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true, emailVerified: true } });
      if (!user) return;
      await lockTeams(tx, userId);
      await requireHandedOver(tx, userId);
      const teams = await findSoleTeams(tx, userId);
      const partOfId = await noteDeletion(tx, { userId, ...user, teams, now });
      for (const { id } of teams) await closeTeam(tx, { teamId: id, partOfId, now });
      await revokeAccess(tx, { userId, teams });
      await forgetAddress(tx, { userId, email: user.email });
      // The event keeps no reference to the deleted account.
      const source = { network: null, device: null };
      await recordSecurityEvent(tx, { userId: null, kind: "account_deleted", source, now });
    },
    { timeout: TRANSACTION_MS },
  );
}

/** Locks the user's Teams, so that two owners who leave at the same time do not both rely on each other. */
async function lockTeams(tx: Transaction, userId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Team" WHERE "id" IN (SELECT "teamId" FROM "Member" WHERE "userId" = ${userId}) ORDER BY "id" FOR UPDATE`;
}

type Noted = { userId: string; email: string; emailVerified: boolean; teams: readonly OwnTeam[]; now: Date };

async function noteDeletion(tx: Transaction, { userId, email, emailVerified, teams, now }: Noted): Promise<string> {
  const members = await tx.member.findMany({ where: { userId, teamId: { in: teams.map(({ id }) => id) } } });
  const owned = members.map(({ teamId, createdAt }) => ({ teamId, since: createdAt.toISOString() }));
  const kept: KeptOfAccount = { email, emailVerified, teams: owned };
  const noted = await tx.deletion.create({
    data: { kind: "account", label: email, userId, kept, deletedAt: now, dueAt: erasedAt(now) },
    select: { id: true },
  });
  return noted.id;
}

/** Takes a Team's Sites, its Plan and its open invitations away. The Team itself stays without Members. */
async function closeTeam(tx: Transaction, { teamId, partOfId, now }: { teamId: string; partOfId: string; now: Date }) {
  const sites = await tx.site.findMany({ where: { teamId }, orderBy: { id: "asc" }, select: { id: true } });
  for (const { id: siteId } of sites) await hideSite(tx, { siteId, partOfId, now });
  await tx.delivery.deleteMany({ where: { teamId, state: { in: ["pending", "sending"] } } });
  await tx.invitation.deleteMany({ where: { teamId, acceptedAt: null } });
  await tx.subscription.deleteMany({ where: { teamId } });
  await tx.team.update({ where: { id: teamId }, data: { plan: "free" } });
}

/** Ends the user's sessions, links and browsers, and leaves all Teams. In Teams of others, nothing of the user is left to restore. */
async function revokeAccess(tx: Transaction, { userId, teams }: { userId: string; teams: readonly OwnTeam[] }): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
  await tx.signInChallenge.deleteMany({ where: { userId } });
  await tx.trustedDevice.deleteMany({ where: { userId } });
  await tx.apiToken.deleteMany({ where: { userId, teamId: { notIn: teams.map(({ id }) => id) } } });
  await tx.invitation.deleteMany({ where: { invitedById: userId, acceptedAt: null } });
  await tx.member.deleteMany({ where: { userId } });
}

/** Frees the address for a new account: that of the deleted one becomes a text that no one can sign in with or get mail at. */
async function forgetAddress(tx: Transaction, { userId, email }: { userId: string; email: string }): Promise<void> {
  await tx.invitation.deleteMany({ where: { email: email.toLowerCase() } });
  await tx.delivery.deleteMany({ where: { email, siteId: null } });
  await tx.mailboxMessage.deleteMany({ where: { email } });
  await tx.verification.deleteMany({ where: { value: { in: [userId, email] } } });
  await tx.user.update({ where: { id: userId }, data: { email: `deleted:${userId}`, emailVerified: false } });
}
