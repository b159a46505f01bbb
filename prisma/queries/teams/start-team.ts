import type { Database } from "#prisma/client.ts";
import { DomainError } from "#worker/core/errors.ts";
import { recordActivity } from "../people/record-activity.ts";

/**
 * Creates a Team with this person as its owner, and shows it in their session. One Team each that is free or on trial: more
 * of them would be a way around the limits of the Plan. @throws DomainError `plan-limit`.
 */
export async function startTeam(
  { db, now }: { db: Database; now: Date },
  { userId, sessionId, name }: { userId: string; sessionId: string; name: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const unpaid = { subscription: { isNot: { status: { in: ["active", "trialing", "past_due"] } } } };
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    const own = await tx.member.findFirst({
      where: { userId, role: "owner", team: { OR: [{ plan: "free" }, { proTrialEndsAt: { gt: now }, ...unpaid }] } },
      select: { team: { select: { name: true } } },
    });
    if (own)
      throw new DomainError(
        "plan-limit",
        `You own the team “${own.team.name}”, which has no paid plan. Use that one, or upgrade it first.`,
      );
    const { id: teamId } = await tx.team.create({
      data: { name, members: { create: { userId, role: "owner", createdAt: now } } },
      select: { id: true },
    });
    await tx.session.updateMany({ where: { id: sessionId, userId }, data: { teamId } });
    await recordActivity(tx, { teamId, userId, kind: "team_created", now });
  });
}
