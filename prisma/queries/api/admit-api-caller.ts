import type { Database } from "#prisma/client.ts";
import { hashToken } from "#prisma/secret-token.ts";

/** A program that uses the API, as far as its token says. */
export type ApiCaller = { tokenId: string; teamId: string; scopes: string[] };

const USE_NOTED_EVERY_MS = 60_000;

/** Returns the caller of a token and notes its use; null if there is no such token, or its creator does not own the Team any more. */
export async function admitApiCaller(db: Database, { token, now }: { token: string; now: Date }): Promise<ApiCaller | null> {
  const found = await db.apiToken.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { id: true, teamId: true, userId: true, scopes: true, lastUsedAt: true },
  });
  if (!found) return null;
  const { id: tokenId, teamId, userId, scopes, lastUsedAt } = found;
  if ((await db.member.count({ where: { teamId, userId, role: "owner" } })) === 0) return null;
  if (!lastUsedAt || now.getTime() - lastUsedAt.getTime() >= USE_NOTED_EVERY_MS)
    await db.apiToken.updateMany({ where: { id: tokenId }, data: { lastUsedAt: now } });
  return { tokenId, teamId, scopes };
}
