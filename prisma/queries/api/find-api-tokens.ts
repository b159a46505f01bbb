import type { Database } from "#prisma/client.ts";

/**
 * A token as it is shown. `isOff`: its creator does not own the Team any more, so it is refused. `siteIds` null: it covers all Sites; those that
 * were deleted are left out.
 */
export type ApiTokenView = {
  id: string;
  name: string;
  scopes: string[];
  siteIds: string[] | null;
  shownEnd: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  createdBy: string;
  isOff: boolean;
};

/** Returns a Team's tokens in the order in which they were created. */
export async function findApiTokens(db: Database, { teamId }: { teamId: string }): Promise<ApiTokenView[]> {
  const [tokens, sites] = await Promise.all([
    db.apiToken.findMany({
      where: { teamId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: {
        ...{ id: true, name: true, scopes: true, shownEnd: true, createdAt: true, lastUsedAt: true },
        ...{ allSites: true, siteIds: true, expiresAt: true },
        user: { select: { email: true, members: { where: { teamId, role: "owner" }, select: { role: true } } } },
      },
    }),
    db.site.findMany({ where: { teamId }, select: { id: true } }),
  ]);
  const present = new Set(sites.map(({ id }) => id));
  return tokens.map(({ user, allSites, siteIds, ...token }) => ({
    ...token,
    siteIds: allSites ? null : siteIds.filter((id) => present.has(id)),
    createdBy: user.email,
    isOff: user.members.length === 0,
  }));
}
