import type { Database } from "#prisma/client.ts";
import type { ShareKind } from "#prisma/generated/enums.ts";
import { hashToken } from "#prisma/secret-token.ts";
import { DELETED_TEAM_ID } from "#worker/core/deletion/deleted-team.ts";

/** A Site that a secret address shows. `linkId`: of the address, which is no secret. */
export type SharedSite = { linkId: string; since: Date; siteId: string; teamId: string; siteName: string };

/** Tokens as `makeToken` makes them. */
const TOKEN = /^[\w-]{43}$/;

/** Returns the Site that a token shows; null if it has ended or expired, was made for something else, never was, or its Site is deleted. */
export async function findSharedSite(
  db: Database,
  { token, kind, now }: { token: string; kind: ShareKind; now: Date },
): Promise<SharedSite | null> {
  if (!TOKEN.test(token)) return null;
  const link = await db.shareLink.findFirst({
    where: {
      tokenHash: hashToken(token),
      kind,
      site: { teamId: { not: DELETED_TEAM_ID } },
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    select: { id: true, createdAt: true, site: { select: { id: true, teamId: true, name: true } } },
  });
  if (!link) return null;
  const { id: linkId, createdAt: since, site } = link;
  return { linkId, since, siteId: site.id, teamId: site.teamId, siteName: site.name };
}
