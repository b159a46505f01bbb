import { randomUUID } from "node:crypto";
import { hashPassword } from "#app/_lib/password/password-hashing.ts";
import type { Database } from "#prisma/client.ts";
import { PASSWORD, signIn } from "#test/support/sign-in.ts";

/** Creates an owner for each of the Teams `team0`, `team1` … and signs them in. Returns the cookies of their sessions. */
export async function signInMembers({ db, url, teams }: { db: Database; url: string; teams: number }): Promise<string[]> {
  const password = await hashPassword(PASSWORD);
  const cookies: string[] = [];
  for (let team = 0; team < teams; team += 1) {
    const [id, email] = [randomUUID(), `owner${team}@agency.example`];
    await db.user.create({ data: { id, name: email, email, emailVerified: true } });
    await db.account.create({ data: { id, userId: id, accountId: id, providerId: "credential", password } });
    await db.member.create({ data: { teamId: `team${team}`, userId: id, role: "owner" } });
    cookies.push(await signIn(url, email));
  }
  return cookies;
}
