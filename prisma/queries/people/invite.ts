import type { Database, Transaction } from "#prisma/client.ts";
import type { Queue } from "#prisma/queue.ts";
import type { SealedSecret } from "#prisma/sealed-secret.ts";
import { hashToken } from "#prisma/secret-token.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { MemberSites } from "#worker/core/people/member-sites.ts";
import type { Role } from "#worker/core/people/rights.ts";
import { plural } from "#worker/core/text/plural.ts";
import { writeDelivery } from "../deliveries/write-delivery.ts";
import { lockTeam } from "../teams/lock-team.ts";
import { recordActivity } from "./record-activity.ts";
import { requireSitesOfTeam } from "./require-sites-of-team.ts";

type Dependencies = { db: Database; queue: Queue; now: Date };
/** `url` leads to the page that the token opens. */
export type InvitationLink = { token: string; url: SealedSecret; expiresAt: Date };
type Offer = MemberSites & { role: Role };
/** `email` is in lower case. */
type Wanted = Offer & { teamId: string; byUserId: string; email: string; link: InvitationLink };

/** People of a Team, those with an open invitation included. A bound against misuse, no limit of a Plan. */
const MOST_PEOPLE = 200;

/**
 * Invites an address to a Team and writes the mail with the link. An invitation that expired, or was used by someone who has left, is replaced.
 * @throws DomainError `conflict` if the address is a Member's or has an open invitation, `plan-limit`, `not-found` for a foreign Site.
 */
export async function invite(dependencies: Dependencies, wanted: Wanted): Promise<void> {
  const { db, queue, now } = dependencies;
  const { teamId, byUserId, email, role, link } = wanted;
  await db.$transaction(async (tx) => {
    await lockTeam(tx, teamId);
    if (await tx.member.findFirst({ where: { teamId, user: { email } }, select: { userId: true } }))
      throw new DomainError("conflict", `${email} is in the team already.`);
    const known = await tx.invitation.findUnique({ where: { teamId_email: { teamId, email } } });
    if (known && known.acceptedAt === null && known.expiresAt > now)
      throw new DomainError("conflict", `${email} has an invitation already. Send it again, or withdraw it first.`);
    await requireRoom(tx, teamId, now);
    const sites = await requireSitesOfTeam(tx, wanted);
    const row = { role, ...sites, tokenHash: hashToken(link.token), invitedById: byUserId, expiresAt: link.expiresAt };
    const { id } = await tx.invitation.upsert({
      where: { teamId_email: { teamId, email } },
      create: { teamId, email, ...row, createdAt: now },
      update: { ...row, createdAt: now, acceptedAt: null },
      select: { id: true },
    });
    await writeInvitationMail(tx, queue, { invitationId: id, link });
    await recordActivity(tx, { teamId, userId: byUserId, kind: "person_invited", subjectId: id, detail: role, now });
  });
}

/**
 * Sends an invitation again with a new link that works for the full time; the old link ends.
 * @throws DomainError `not-found` if it was accepted or withdrawn.
 */
export async function sendInvitationAgain(
  { db, queue, now }: Dependencies,
  { teamId, byUserId, invitationId, link }: { teamId: string; byUserId: string; invitationId: string; link: InvitationLink },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockTeam(tx, teamId);
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, teamId, acceptedAt: null },
      data: { tokenHash: hashToken(link.token), expiresAt: link.expiresAt, invitedById: byUserId },
    });
    if (count === 0) throw new DomainError("not-found", "This invitation was accepted or withdrawn.");
    await dropWaitingMail(tx, invitationId);
    await writeInvitationMail(tx, queue, { invitationId, link });
    const activity = { teamId, userId: byUserId, kind: "invitation_sent_again", subjectId: invitationId, now } as const;
    await recordActivity(tx, activity);
  });
}

/** Withdraws an open invitation: its link ends at once, and its mail is not sent if it still waits. */
export async function withdrawInvitation(
  { db, now }: { db: Database; now: Date },
  { teamId, byUserId, invitationId }: { teamId: string; byUserId: string; invitationId: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockTeam(tx, teamId);
    const { count } = await tx.invitation.deleteMany({ where: { id: invitationId, teamId, acceptedAt: null } });
    if (count === 0) throw new DomainError("not-found", "This invitation was accepted or withdrawn already.");
    await dropWaitingMail(tx, invitationId);
    await recordActivity(tx, { teamId, userId: byUserId, kind: "invitation_withdrawn", now });
  });
}

async function requireRoom(tx: Transaction, teamId: string, now: Date): Promise<void> {
  const open = { teamId, acceptedAt: null, expiresAt: { gt: now } };
  const people = (await tx.member.count({ where: { teamId } })) + (await tx.invitation.count({ where: open }));
  if (people >= MOST_PEOPLE)
    throw new DomainError("plan-limit", `A team has at most ${plural(MOST_PEOPLE, "person", "people")}. Remove someone first.`);
}

/** The mail says who invites to what, as of now. */
async function writeInvitationMail(
  tx: Transaction,
  queue: Queue,
  { invitationId, link }: { invitationId: string; link: InvitationLink },
): Promise<void> {
  const { email, role, allSites, siteIds, invitedById, team } = await tx.invitation.findUniqueOrThrow({
    where: { id: invitationId },
    include: { team: { select: { name: true } } },
  });
  const inviter = await tx.user.findUniqueOrThrow({ where: { id: invitedById }, select: { email: true } });
  await writeDelivery(tx, queue, {
    ...{ kind: "invitation", email, siteId: null },
    dedupeKey: `${mailsOf(invitationId)}${hashToken(link.token)}`,
    payload: {
      ...{ url: link.url, invitedBy: inviter.email, teamName: team.name, role },
      siteCount: allSites ? null : siteIds.length,
      expiresAt: link.expiresAt.toISOString(),
    },
  });
}

async function dropWaitingMail(tx: Transaction, invitationId: string): Promise<void> {
  await tx.delivery.deleteMany({
    where: { kind: "invitation", state: "pending", dedupeKey: { startsWith: mailsOf(invitationId) } },
  });
}

const mailsOf = (invitationId: string) => `invitation:${invitationId}:`;
