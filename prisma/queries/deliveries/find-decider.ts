import type { Database } from "#prisma/client.ts";

type Mailed = { email: string; siteId: string | null; teamId: string | null };

/** Returns the User whom a report is mailed to and who may decide about its Issues; null for an address that is no Member's, or a viewer's. */
export async function findDecider(db: Database, { email, siteId, teamId }: Mailed): Promise<string | null> {
  if (siteId === null && teamId === null) return null;
  const member = await db.member.findFirst({
    where: {
      role: { not: "viewer" },
      user: { email, emailVerified: true },
      team: teamId === null ? { sites: { some: { id: siteId ?? "" } } } : { id: teamId },
    },
    select: { userId: true },
  });
  return member?.userId ?? null;
}
