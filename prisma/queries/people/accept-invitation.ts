import type { Database, Transaction } from "#prisma/client.ts";
import { hashToken } from "#prisma/secret-token.ts";
import { createAccount } from "../accounts/create-account.ts";
import { recordActivity } from "./record-activity.ts";

/** Why a link did not work. */
export type Unaccepted = "unknown-link" | "expired" | "used" | "wrong-account";

/**
 * Makes the signed-in user a Member by an invitation to their own address, and shows the Team in this session. A Member already keeps their
 * role. The Team's lock lets a link work once, however often it is used at the same time.
 */
export async function acceptInvitation(
  db: Database,
  { token, userId, sessionId, now }: { token: string; userId: string; sessionId: string; now: Date },
): Promise<{ teamId: string } | Unaccepted> {
  return db.$transaction(async (tx) => {
    const invitation = await lockInvitation(tx, token, now);
    if (typeof invitation === "string") return invitation;
    const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true } });
    if (user?.email.toLowerCase() !== invitation.email) return "wrong-account";
    await join(tx, invitation, userId, now);
    await tx.session.updateMany({ where: { id: sessionId, userId }, data: { teamId: invitation.teamId } });
    return { teamId: invitation.teamId };
  });
}

/**
 * Creates the verified account of an invited address, since the mail reached it, and makes it a Member. All or nothing. Returns the user's id,
 * or why nothing was created.
 */
export async function joinWithNewAccount(
  db: Database,
  { token, passwordHash, now }: { token: string; passwordHash: string; now: Date },
): Promise<{ userId: string } | "account-exists" | Exclude<Unaccepted, "wrong-account">> {
  return db.$transaction(async (tx) => {
    const invitation = await lockInvitation(tx, token, now);
    if (typeof invitation === "string") return invitation;
    const made = await createAccount(tx, { email: invitation.email, passwordHash });
    if (made === "account-exists") return made;
    await join(tx, invitation, made.userId, now);
    return made;
  });
}

type Invitation = NonNullable<Awaited<ReturnType<Transaction["invitation"]["findUnique"]>>>;

/** Returns the open invitation of a link and locks its Team first, as everything does that changes a Team's people. */
async function lockInvitation(
  tx: Transaction,
  token: string,
  now: Date,
): Promise<Invitation | "unknown-link" | "expired" | "used"> {
  const tokenHash = hashToken(token);
  await tx.$queryRaw`
    SELECT 1 FROM "Team" WHERE "id" = (SELECT "teamId" FROM "Invitation" WHERE "tokenHash" = ${tokenHash}) FOR UPDATE`;
  const invitation = await tx.invitation.findUnique({ where: { tokenHash } });
  if (!invitation) return "unknown-link";
  if (invitation.acceptedAt) return "used";
  return invitation.expiresAt <= now ? "expired" : invitation;
}

async function join(tx: Transaction, invitation: Invitation, userId: string, now: Date): Promise<void> {
  const { id, teamId, role, allSites, siteIds } = invitation;
  await tx.invitation.update({ where: { id }, data: { acceptedAt: now } });
  const data = [{ teamId, userId, role, allSites, siteIds, createdAt: now }];
  const { count } = await tx.member.createMany({ data, skipDuplicates: true });
  if (count > 0) await recordActivity(tx, { teamId, userId, kind: "person_joined", detail: role, now });
}
