import type { Database, Transaction } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { lockTeam } from "../teams/lock-team.ts";
import { recordActivity } from "./record-activity.ts";
import { requireOtherOwner } from "./require-other-owner.ts";
import { requirePerson } from "./require-person.ts";

/** `stopMails`: the person's address no longer gets the mails about the Team's Sites, either. */
type Wanted = { teamId: string; userId: string; stopMails: boolean };

/**
 * Takes a Member out of a Team. Open invitations that they sent end, since they may have sent them to themselves.
 * @throws DomainError `conflict` for the last owner, `not-found`.
 */
export async function removePerson(
  { db, now }: { db: Database; now: Date },
  { byUserId, ...wanted }: Wanted & { byUserId: string },
): Promise<void> {
  const { teamId, userId } = wanted;
  if (userId === byUserId) throw new DomainError("conflict", "You cannot remove yourself. Leave the team instead.");
  await db.$transaction(async (tx) => {
    await takeOut(tx, wanted);
    await recordActivity(tx, { teamId, userId: byUserId, kind: "person_removed", subjectId: userId, now });
  });
}

/** The same, by the Member. Their next request shows another of their Teams. */
export async function leaveTeam({ db, now }: { db: Database; now: Date }, wanted: Wanted): Promise<void> {
  await db.$transaction(async (tx) => {
    await takeOut(tx, wanted);
    await recordActivity(tx, { teamId: wanted.teamId, userId: wanted.userId, kind: "person_left", now });
  });
}

async function takeOut(tx: Transaction, { teamId, userId, stopMails }: Wanted): Promise<void> {
  await lockTeam(tx, teamId);
  const { role, email } = await requirePerson(tx, { teamId, userId });
  if (role === "owner") await requireOtherOwner(tx, { teamId, userId });
  await tx.member.delete({ where: { teamId_userId: { teamId, userId } } });
  const own = { email, acceptedAt: { not: null } };
  await tx.invitation.deleteMany({ where: { teamId, OR: [own, { invitedById: userId, acceptedAt: null }] } });
  if (!stopMails) return;
  await tx.delivery.deleteMany({ where: { email, state: "pending", site: { teamId } } });
  await tx.recipient.deleteMany({ where: { email, site: { teamId } } });
}
