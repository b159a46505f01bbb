import type { Database } from "#prisma/client.ts";

export type MemberView = { userId: string; name: string; email: string; role: "owner" | "editor" | "viewer" };

/** Returns a Team's Members in alphabetical order, for menus and for the names of those who did something. */
export async function findMembers(db: Database, teamId: string): Promise<MemberView[]> {
  const members = await db.member.findMany({
    where: { teamId },
    select: { userId: true, role: true, user: { select: { name: true, email: true } } },
  });
  const order = new Intl.Collator("en");
  return members
    .map(({ userId, role, user: { name, email } }) => ({ userId, role, name: name || email, email }))
    .sort((one, other) => order.compare(one.name, other.name) || order.compare(one.email, other.email));
}
