import type { Database, Transaction } from "#prisma/client.ts";
import type { MemberSites } from "#worker/core/people/member-sites.ts";
import type { Role } from "#worker/core/people/rights.ts";
import { plural } from "#worker/core/text/plural.ts";
import { lockTeam } from "../teams/lock-team.ts";
import { recordActivity } from "./record-activity.ts";
import { requireOtherOwner } from "./require-other-owner.ts";
import { requirePerson } from "./require-person.ts";
import { requireSitesOfTeam } from "./require-sites-of-team.ts";

type Wanted = MemberSites & { teamId: string; byUserId: string; userId: string; role: Role };

/**
 * Changes the role of a Member and the Sites that they see. @throws DomainError `conflict` for the last owner, `not-found` for others than
 * Members and the Team's Sites.
 */
export async function changePerson({ db, now }: { db: Database; now: Date }, wanted: Wanted): Promise<void> {
  const { teamId, byUserId, userId, role } = wanted;
  await db.$transaction(async (tx) => {
    await lockTeam(tx, teamId);
    const before = await requirePerson(tx, { teamId, userId });
    if (before.role === "owner" && role !== "owner") await requireOtherOwner(tx, { teamId, userId });
    const sites = await requireSitesOfTeam(tx, wanted);
    await tx.member.update({ where: { teamId_userId: { teamId, userId } }, data: { role, ...sites } });
    if (!sites.allSites) await unassignHidden(tx, { teamId, userId, siteIds: sites.siteIds });
    const detail = `${role}, ${sites.allSites ? "all sites" : plural(sites.siteIds.length, "site")}`;
    await recordActivity(tx, { teamId, userId: byUserId, kind: "person_changed", subjectId: userId, detail, now });
  });
}

/** Makes another Member an owner and the present one an editor, in one step. @throws DomainError `not-found`. */
export async function handOverTeam(
  { db, now }: { db: Database; now: Date },
  { teamId, byUserId, userId }: { teamId: string; byUserId: string; userId: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockTeam(tx, teamId);
    await requirePerson(tx, { teamId, userId });
    const own = await requirePerson(tx, { teamId, userId: byUserId });
    if (userId === byUserId || own.role !== "owner") return;
    const ofTeam = (of: string) => ({ where: { teamId_userId: { teamId, userId: of } } });
    await tx.member.update({ ...ofTeam(userId), data: { role: "owner", allSites: true, siteIds: [] } });
    await tx.member.update({ ...ofTeam(byUserId), data: { role: "editor" } });
    await recordActivity(tx, { teamId, userId: byUserId, kind: "team_handed_over", subjectId: userId, now });
  });
}

/** Takes back the Issues of Sites that a person does not see any more: they could not even open them. */
async function unassignHidden(
  tx: Transaction,
  { teamId, userId, siteIds }: { teamId: string; userId: string; siteIds: string[] },
): Promise<void> {
  await tx.issue.updateMany({
    where: { assigneeId: userId, site: { teamId, id: { notIn: siteIds } } },
    data: { assigneeId: null },
  });
}
