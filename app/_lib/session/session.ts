import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { findSignedIn, type SignedIn } from "#prisma/queries/security/find-signed-in.ts";
import { touchSession } from "#prisma/queries/security/sessions.ts";
import { ensureMember, type Member } from "#prisma/queries/teams/ensure-member.ts";
import { requireChangesTaken } from "#prisma/queries/winding-down/require-still-open.ts";
import { may, type Right } from "#worker/core/people/rights.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { isChangingRight } from "#worker/core/winding-down/reading-rights.ts";
import { noteInLog } from "#worker/telemetry/log-context.ts";
import { getAuth } from "../auth/auth.ts";
import { isDueForRenewal } from "../auth/session-settings.ts";
import { sessionTokenOf } from "../auth/session-token.ts";
import { getDatabase } from "../database.ts";
import { logRefusal } from "../security-log/log-refusal.ts";
import { checkRight } from "./check-right.ts";

type PresentSession = Pick<SignedIn, "sessionId" | "userId" | "email">;

/** Returns the session of the request and records its use; null for a visitor. Runs once per request. */
const findSession = cache(async (): Promise<SignedIn | null> => {
  const now = new Date();
  const token = await readToken();
  const found = token && (await findCurrent(token, now));
  if (!found) return null;
  await touchSession(getDatabase(), { ...found, now });
  return found;
});

/** Returns the token of the request's session cookie; null if there is none or we did not sign it. */
async function readToken(): Promise<string | null> {
  const { authCookies, secret } = await getAuth().$context;
  const cookie = (await cookies()).get(authCookies.sessionToken.name)?.value;
  return cookie === undefined ? null : sessionTokenOf(cookie, secret);
}

/** Reads a session with one statement. Once a day, Better Auth prolongs it first, or ends it if it is over. */
async function findCurrent(token: string, now: Date): Promise<SignedIn | null> {
  const found = await findSignedIn(getDatabase(), token);
  if (!found || !isDueForRenewal(found.expiresAt, now)) return found;
  const renewed = await getAuth().api.getSession({ headers: await currentHeaders() });
  return renewed && findSignedIn(getDatabase(), token);
}

/** Returns the signed-in person in the Team that they chose in this session; null for a visitor. Runs once per request. */
const findOwnMember = cache(async (): Promise<Member | null> => {
  const session = await findSession();
  const member = session && (session.member ?? (await ensureMember(getDatabase(), session.userId, session.sessionId)));
  if (member) noteInLog({ teamId: teamOf(member.teamId) });
  return member;
});

/** Returns the session of the signed-in user; null for a visitor. */
export async function findVisitor(): Promise<PresentSession | null> {
  return findSession();
}

/** Returns the session of the signed-in user; redirects a visitor to /sign-in. */
export async function requireSession(): Promise<PresentSession> {
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

/** For routes: returns the signed-in member if they have a right in their Team; null for all others. */
export async function findMember(right: Right): Promise<Member | null> {
  const member = await findOwnMember();
  return member && may(member, right) ? member : null;
}

/** For pages: returns the signed-in member if they have a right; redirects a visitor to /sign-in, and shows others "not found". */
export async function requireMember(right: Right): Promise<Member> {
  const member = await findOwnMember();
  if (!member) redirect("/sign-in");
  if (!may(member, right)) notFound();
  return member;
}

/**
 * For verbs: returns the signed-in member if they have a right; redirects a visitor to /sign-in.
 * @throws DomainError `forbidden`, and logs it in the security log; `conflict` if it would change something after the end of the service.
 */
export async function requireRight(right: Right): Promise<Member> {
  const member = await findOwnMember();
  if (!member) redirect("/sign-in");
  await logRefusal(member, () => checkRight(member, right));
  if (isChangingRight(right)) await requireChangesTaken(getDatabase());
  return member;
}
