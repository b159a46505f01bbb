import type { Database } from "#prisma/client.ts";
import { hashToken } from "#prisma/secret-token.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { Role } from "#worker/core/people/rights.ts";

/** An invitation as its link shows it. */
export type InvitationView = {
  state: "open" | "expired" | "used";
  email: string;
  teamName: string;
  invitedBy: string;
  role: Role;
  allSites: boolean;
  /** Names of the Sites, if they are only some. */
  sites: string[];
  expiresAt: Date;
  /** True if the address has an account. */
  hasAccount: boolean;
};

/** Returns the invitation of a link; null if it was withdrawn, replaced by a newer one, or never existed. */
export async function findInvitation(db: Database, token: string, now: Date): Promise<InvitationView | null> {
  const row = await db.invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { team: { select: { name: true } } },
  });
  if (!row) return null;
  const { teamId, email, role, allSites, siteIds, expiresAt } = row;
  const [inviter, account, sites] = await Promise.all([
    db.user.findUnique({ where: { id: row.invitedById }, select: { email: true } }),
    db.user.findUnique({ where: { email }, select: { id: true } }),
    db.site.findMany({ where: { teamId, id: { in: siteIds } }, orderBy: { name: "asc" }, select: { name: true } }),
  ]);
  return {
    ...{ email, role, allSites, expiresAt },
    state: row.acceptedAt ? "used" : row.expiresAt <= now ? "expired" : "open",
    teamName: row.team.name,
    invitedBy: inviter?.email ?? "An owner of the team",
    sites: sites.map(({ name }) => name),
    hasAccount: account !== null,
  };
}

/** Returns the address of an invitation that was not accepted. @throws DomainError `not-found`. */
export async function findInvitationEmail(
  db: Database,
  { teamId, invitationId }: { teamId: string; invitationId: string },
): Promise<string> {
  const row = await db.invitation.findFirst({ where: { id: invitationId, teamId, acceptedAt: null }, select: { email: true } });
  if (!row) throw new DomainError("not-found", "This invitation was accepted or withdrawn.");
  return row.email;
}
