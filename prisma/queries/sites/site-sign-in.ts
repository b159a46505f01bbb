import type { Database, Transaction } from "#prisma/client.ts";
import { openSecret, type SecretKeys, sealSecret } from "#prisma/sealed-secret.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { type SiteSignIn, siteSignInSchema } from "#worker/core/sign-in/site-sign-in.ts";
import { sitesOf } from "./site-filter.ts";

type Wanted = { teamId: TeamScope; siteId: string };

/**
 * Saves a Site's sign-in, sealed, replacing an earlier one. Returns the Site's name.
 * @throws DomainError `not-found` when the Team has no such Site.
 */
export async function saveSignIn(
  { db, keys, now }: { db: Database | Transaction; keys: SecretKeys; now: Date },
  { teamId, siteId, signIn }: Wanted & { signIn: SiteSignIn },
): Promise<string> {
  const name = await requireOwnSite(db, { teamId, siteId });
  const data = { kind: signIn.kind, ...sealSecret(keys, siteId, JSON.stringify(signIn)), setAt: now };
  await db.siteSignIn.upsert({ where: { siteId }, create: { siteId, ...data }, update: data });
  return name;
}

/**
 * Deletes a Site's sign-in, if it has one. Returns the Site's name. @throws DomainError `not-found` when the Team has no such
 * Site.
 */
export async function removeSignIn(db: Database | Transaction, wanted: Wanted): Promise<string> {
  const name = await requireOwnSite(db, wanted);
  await db.siteSignIn.deleteMany({ where: { siteId: wanted.siteId } });
  return name;
}

/**
 * Returns the sign-in to crawl a Site with; null if it has none, `unreadable` if no key opens it. One sealed with an older key
 * is resealed with the newest.
 */
export async function openSignIn(db: Database, keys: SecretKeys, siteId: string): Promise<SiteSignIn | null | "unreadable"> {
  const row = await db.siteSignIn.findUnique({ where: { siteId }, select: { keyId: true, sealed: true } });
  if (!row) return null;
  const text = openSecret(keys, siteId, row);
  if (text === null) return "unreadable";
  if (row.keyId !== keys[0]?.id)
    await db.siteSignIn.updateMany({ where: { siteId, ...row }, data: sealSecret(keys, siteId, text) });
  return siteSignInSchema.parse(JSON.parse(text));
}

async function requireOwnSite(db: Database | Transaction, { teamId, siteId }: Wanted): Promise<string> {
  const site = await db.site.findFirst({ where: { id: siteId, ...sitesOf(teamId) }, select: { name: true } });
  if (!site) throw new DomainError("not-found", "This site is no longer in your list.");
  return site.name;
}
