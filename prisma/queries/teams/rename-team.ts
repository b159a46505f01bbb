import type { Database } from "#prisma/client.ts";
import { recordActivity } from "../people/record-activity.ts";

/** Changes the name of a Team. */
export async function renameTeam(
  { db, now }: { db: Database; now: Date },
  { teamId, byUserId, name }: { teamId: string; byUserId: string; name: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.team.update({ where: { id: teamId }, data: { name } });
    // An address may be the name of a Team, and is not kept in the list.
    const detail = name.includes("@") ? "…" : name;
    await recordActivity(tx, { teamId, userId: byUserId, kind: "team_renamed", detail, now });
  });
}
