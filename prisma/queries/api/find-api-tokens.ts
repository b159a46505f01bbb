import type { Database } from "#prisma/client.ts";

/** A token as it is shown. `isOff`: its creator does not own the Team any more, so it is refused. */
export type ApiTokenView = {
  id: string;
  name: string;
  scopes: string[];
  shownEnd: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  createdBy: string;
  isOff: boolean;
};

/** Returns a Team's tokens in the order in which they were created. */
export async function findApiTokens(db: Database, { teamId }: { teamId: string }): Promise<ApiTokenView[]> {
  const tokens = await db.apiToken.findMany({
    where: { teamId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, name: true, scopes: true, shownEnd: true, createdAt: true, lastUsedAt: true },
      user: { select: { email: true, members: { where: { teamId, role: "owner" }, select: { role: true } } } },
    },
  });
  return tokens.map(({ user, ...token }) => ({ ...token, createdBy: user.email, isOff: user.members.length === 0 }));
}
