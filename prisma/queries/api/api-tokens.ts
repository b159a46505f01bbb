import type { Database } from "#prisma/client.ts";
import { hashToken, makeToken } from "#prisma/secret-token.ts";
import type { ApiScope } from "#worker/core/api/api-scopes.ts";
import { DomainError } from "#worker/core/errors.ts";
import { requireSitesOfTeam } from "../people/require-sites-of-team.ts";
import { lockTeam } from "../teams/lock-team.ts";

const MOST_TOKENS = 20;
const SHOWN_END = 4;

type NewToken = {
  teamId: string;
  userId: string;
  name: string;
  scopes: readonly ApiScope[];
  /** The Sites that it covers. */
  sites: "all" | readonly string[];
  /** Null: it has no end. */
  expiresAt: Date | null;
};

/**
 * Creates a token and returns it; it cannot be read again.
 * @throws DomainError `conflict` when the Team has too many, `not-found` for a Site that the Team does not have.
 */
export async function addApiToken(db: Database, wanted: NewToken, now: Date): Promise<string> {
  const { teamId, userId, name, scopes, sites, expiresAt } = wanted;
  const token = `flw_${makeToken()}`;
  await db.$transaction(async (tx) => {
    await lockTeam(tx, teamId);
    if ((await tx.apiToken.count({ where: { teamId } })) >= MOST_TOKENS)
      throw new DomainError("conflict", `A team can have ${MOST_TOKENS} tokens. Delete one that you no longer need.`);
    const covered = { allSites: sites === "all", siteIds: sites === "all" ? [] : [...sites] };
    const limits = await requireSitesOfTeam(tx, { teamId, role: "editor", ...covered });
    const hidden = { tokenHash: hashToken(token), shownEnd: token.slice(-SHOWN_END) };
    await tx.apiToken.create({
      data: { teamId, userId, name, ...hidden, scopes: [...scopes], ...limits, expiresAt, createdAt: now },
    });
  });
  return token;
}

/** Deletes a token: it is refused at once. @throws DomainError `not-found` when the Team has no such token. */
export async function removeApiToken(db: Database, { teamId, tokenId }: { teamId: string; tokenId: string }): Promise<void> {
  const { count } = await db.apiToken.deleteMany({ where: { id: tokenId, teamId } });
  if (count === 0) throw new DomainError("not-found", "This token is no longer in your list.");
}
