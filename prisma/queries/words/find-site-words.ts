import type { Database } from "#prisma/client.ts";
import { SITE_WORD_RULE } from "#worker/core/issues/site-words.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { GROUP_STATES } from "#worker/core/view/issues/issue-groups.ts";
import { sitesOf } from "../sites/site-filter.ts";

/**
 * Returns unknown words that a Site uses on several pages, in alphabetical order: perhaps its own. None if the Team has no such
 * Site.
 */
export async function findSiteWords(
  db: Database,
  { teamId, siteId, take }: { teamId: TeamScope; siteId: string; take: number },
): Promise<{ words: string[]; total: number }> {
  const [issues, total] = await Promise.all([
    db.issue.findMany({
      where: siteWords({ teamId, siteId }),
      orderBy: [{ subject: "asc" }, { id: "asc" }],
      take,
      select: { text: true },
    }),
    countSiteWords(db, { teamId, siteId }),
  ]);
  return { words: issues.map(({ text }) => text), total };
}

/** Counts the same words. */
export function countSiteWords(db: Database, site: { teamId: TeamScope; siteId: string }): Promise<number> {
  return db.issue.count({ where: siteWords(site) });
}

function siteWords({ teamId, siteId }: { teamId: TeamScope; siteId: string }) {
  // The index finds a rule by its check.
  return { siteId, site: sitesOf(teamId), check: "spelling", rule: SITE_WORD_RULE, state: { in: GROUP_STATES.open } };
}
