import { type Database, Prisma } from "#prisma/client.ts";
import { type Member, type MemberRow, sqlChosenMembership, toMember } from "../teams/ensure-member.ts";

/** A session with its person, and the membership in the Team that they chose in it; null for a person without a Team. */
export type SignedIn = {
  sessionId: string;
  userId: string;
  email: string;
  expiresAt: Date;
  lastSeenAt: Date;
  member: Member | null;
};

type Row = Omit<SignedIn, "member"> & { [Key in keyof Omit<MemberRow, "userId" | "email">]: MemberRow[Key] | null };

/** Returns what every signed-in request needs to know about its session, in one statement; null if there is no such session. */
export async function findSignedIn(db: Database, token: string): Promise<SignedIn | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT /* prepared */ session."id" AS "sessionId", person."id" AS "userId", person."email", session."expiresAt", session."lastSeenAt",
      member."teamId", member."role", member."plan", member."allSites", member."siteIds"
    FROM "Session" AS session JOIN "User" AS person ON person."id" = session."userId"
      LEFT JOIN LATERAL (${sqlChosenMembership(Prisma.sql`session."teamId"`)}) AS member ON true
    WHERE session."token" = ${token}`;
  if (!row) return null;
  const { sessionId, userId, email, expiresAt, lastSeenAt, teamId, role, plan, allSites, siteIds } = row;
  const isMember = teamId !== null && role !== null && plan !== null && allSites !== null && siteIds !== null;
  const member = isMember ? toMember({ userId, email, teamId, role, plan, allSites, siteIds }) : null;
  return { sessionId, userId, email, expiresAt, lastSeenAt, member };
}
