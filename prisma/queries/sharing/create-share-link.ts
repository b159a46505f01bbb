import type { Database } from "#prisma/client.ts";
import type { ShareKind } from "#prisma/generated/enums.ts";
import { hashToken, makeToken } from "#prisma/secret-token.ts";
import { DomainError } from "#worker/core/errors.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { sqlSitesOf } from "../sites/site-filter.ts";

type Wanted = { teamId: TeamScope; siteId: string; kind: ShareKind; label: string; expiresAt: Date | null; now: Date };

/** Valid addresses that a Site may have of each kind. */
const MOST = { report: 50, badge: 5, feed: 5 } as const satisfies Record<ShareKind, number>;
/** Time after which an expired address is no longer listed. */
const LISTED_MS = 30 * 86_400_000;

/**
 * Makes a secret address for a Site and returns its token, which is stored as a hash only. Forgets those that expired long ago.
 * @throws DomainError `not-found` when the Team has no such Site, `conflict` when it has too many addresses.
 */
export async function createShareLink(db: Database, wanted: Wanted): Promise<{ id: string; token: string }> {
  const { teamId, siteId, kind, label, expiresAt, now } = wanted;
  const token = makeToken();
  return db.$transaction(async (tx) => {
    // Locked, so that two at a time cannot both be the last.
    const sites = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Site" AS site WHERE site."id" = ${siteId} AND ${sqlSitesOf(teamId)} FOR NO KEY UPDATE`;
    if (sites.length === 0) throw new DomainError("not-found", "This site is no longer in your list.");
    await tx.shareLink.deleteMany({ where: { siteId, expiresAt: { lt: new Date(now.getTime() - LISTED_MS) } } });
    const valid = { siteId, kind, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
    if ((await tx.shareLink.count({ where: valid })) >= MOST[kind])
      throw new DomainError(
        "conflict",
        `This site has ${MOST[kind]} of these addresses, the most that it can have. End one first.`,
      );
    const data = { siteId, kind, label, tokenHash: hashToken(token), createdAt: now, expiresAt };
    const { id } = await tx.shareLink.create({ data, select: { id: true } });
    return { id, token };
  });
}
