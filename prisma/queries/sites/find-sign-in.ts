import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import type { SiteSignIn } from "#worker/core/sign-in/site-sign-in.ts";
import { sitesOf } from "./site-filter.ts";

/** The parts of a Site's sign-in that may be shown. */
export type SignInView = {
  kind: SiteSignIn["kind"];
  setAt: Date;
  /** True if the Site's pages may be drawn. */
  hasPictures: boolean;
};

/** Returns the kind of a Site's sign-in and when it was set, never its secret; null if there is none. */
export async function findSignIn(
  db: Database,
  { teamId, siteId }: { teamId: TeamScope; siteId: string },
): Promise<SignInView | null> {
  const signIn = await db.siteSignIn.findFirst({
    where: { siteId, site: sitesOf(teamId) },
    select: { kind: true, setAt: true, site: { select: { pictureSignedIn: true } } },
  });
  return signIn && { kind: signIn.kind, setAt: signIn.setAt, hasPictures: signIn.site.pictureSignedIn };
}
