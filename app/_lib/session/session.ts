import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { touchSession } from "#prisma/queries/security/sessions.ts";
import { ensureMember, type Member } from "#prisma/queries/teams/ensure-member.ts";
import { getAuth } from "../auth/auth.ts";
import { getDatabase } from "../database.ts";

/** Returns the session of the request and records its use; null for a visitor. Runs once per request. */
const findSession = cache(async (): Promise<{ sessionId: string; userId: string } | null> => {
  const found = await getAuth().api.getSession({ headers: await currentHeaders() });
  if (!found) return null;
  await touchSession(getDatabase(), { sessionId: found.session.id, now: new Date() });
  return { sessionId: found.session.id, userId: found.user.id };
});

/** Returns the signed-in member with their Team and its Plan; null for a visitor. Runs once per request. */
export const findMember = cache(async (): Promise<Member | null> => {
  const session = await findSession();
  return session && ensureMember(getDatabase(), session.userId);
});

/** Returns the session of the signed-in user; redirects a visitor to /sign-in. */
export async function requireSession(): Promise<{ sessionId: string; userId: string }> {
  const session = await findSession();
  if (!session) redirect("/sign-in");
  return session;
}

/**
 * Returns the request's headers with the cookies that a server action has set meanwhile. After the action, Next renders the
 * page in the same request, and a new password has just ended the session that the request came with.
 */
async function currentHeaders(): Promise<Headers> {
  const current = new Headers(await headers());
  current.set("cookie", (await cookies()).toString());
  return current;
}

/** Returns the signed-in member; redirects a visitor to /sign-in. */
export async function requireMember(): Promise<Member> {
  const member = await findMember();
  if (!member) redirect("/sign-in");
  return member;
}
