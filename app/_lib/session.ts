import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { ensureMember, type Member } from "#prisma/queries/ensure-member.ts";
import { getAuth } from "./auth.ts";
import { getDatabase } from "./database.ts";

/** Who is signed in, with their Team and its Plan; null for a visitor. Asked once a request. */
export const findMember = cache(async (): Promise<Member | null> => {
  const session = await getAuth().api.getSession({ headers: await currentHeaders() });
  if (!session) return null;
  return ensureMember(getDatabase(), session.user.id);
});

/**
 * The request's headers, with the cookies that a server action has set meanwhile: after it, Next renders the page anew in the same request,
 * and a new password has just ended the session that the request came with.
 */
async function currentHeaders(): Promise<Headers> {
  const current = new Headers(await headers());
  current.set("cookie", (await cookies()).toString());
  return current;
}

/** Who is signed in; a visitor is sent to /sign-in. */
export async function requireMember(): Promise<Member> {
  const member = await findMember();
  if (!member) redirect("/sign-in");
  return member;
}
