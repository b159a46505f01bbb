import type { Database } from "#prisma/client.ts";
import type { SiteSignIn } from "#worker/core/sign-in/site-sign-in.ts";

/** What may be shown of a Site's sign-in. */
export type SignInView = { kind: SiteSignIn["kind"]; setAt: Date };

/** Returns of which kind a Site's sign-in is and since when, never what it is; null where there is none. */
export async function findSignIn(
  db: Database,
  { teamId, siteId }: { teamId: string; siteId: string },
): Promise<SignInView | null> {
  return db.siteSignIn.findFirst({ where: { siteId, site: { teamId } }, select: { kind: true, setAt: true } });
}
