import type { Database } from "#prisma/client.ts";
import { hashToken } from "#prisma/secret-token.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";

/** A program that uses the API, as far as its token says. `userId`: the person who created the token, in whose name it acts. */
export type ApiCaller = { tokenId: string; userId: string; teamId: TeamScope; scopes: string[] };

const USE_NOTED_EVERY_MS = 60_000;

/**
 * Returns the caller of a token, limited to the Sites that the token covers, and notes its use. Null if there is no such token, it has
 * expired, or its creator does not own the Team any more.
 */
export async function admitApiCaller(db: Database, { token, now }: { token: string; now: Date }): Promise<ApiCaller | null> {
  const found = await db.apiToken.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      ...{ id: true, teamId: true, userId: true, scopes: true, allSites: true, siteIds: true },
      ...{ expiresAt: true, lastUsedAt: true },
    },
  });
  if (!found || (found.expiresAt && found.expiresAt <= now)) return null;
  const { id: tokenId, teamId, userId, scopes, allSites, siteIds, lastUsedAt } = found;
  if ((await db.member.count({ where: { teamId, userId, role: "owner" } })) === 0) return null;
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() >= USE_NOTED_EVERY_MS)
    await db.apiToken.updateMany({ where: { id: tokenId }, data: { lastUsedAt: now } });
  return { tokenId, userId, teamId: allSites ? teamId : { teamId, siteIds }, scopes };
}
