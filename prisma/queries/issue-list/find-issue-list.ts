import type { Database } from "#prisma/client.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { type ListCounts, listCounts } from "#worker/core/view/issues/issue-list-counts.ts";
import { type IssueListQuery, LIST_PAGE_SIZE } from "#worker/core/view/issues/issue-list-query.ts";
import { countIssueList } from "./count-issue-list.ts";
import { findCandidates, MOST_CANDIDATES } from "./find-candidates.ts";
import { findIssueGroups, findIssueRows, type RowsWanted } from "./find-issue-rows.ts";
import { findListSites, type ListSite } from "./find-list-sites.ts";
import { findListedIssues } from "./find-listed-issues.ts";
import type { ListedIssue } from "./listed-issue-view.ts";

/** Issues under one heading; a list without groups is one group without a key. */
export type ListedGroup = { key: string | null; count: number; pages: number; sites: number; issues: ListedIssue[] };

/** One page of a list. `counts` is null if the search matches too many to count; then `total` is only a lower bound. */
export type IssueList = {
  groups: ListedGroup[];
  counts: ListCounts | null;
  total: number;
  /** Rows, or groups, on a page of the list, and the number of all. */
  pageSize: number;
  pagedTotal: number;
};
type Wanted = { teamId: TeamScope; siteId?: string | undefined; query: IssueListQuery; now: Date };

/**
 * Returns one page of the Issues of a Team's Sites, or of one of them, with the counts beside the filters. `ofTeam`: all Sites of the Team, where
 * the caller has read them.
 */
export async function findIssueList(
  db: Database,
  { teamId, siteId, query, now }: Wanted,
  ofTeam?: readonly ListSite[],
): Promise<IssueList> {
  const only = siteId ?? query.site;
  const known = ofTeam?.filter(({ id }) => only === undefined || id === only);
  const sites = known ?? (await findListSites(db, { teamId, siteId: only }));
  const candidates = await findCandidates(db, { sites, query, now });
  const wanted = { sites, query, candidates, now };
  const [kinds, shown] = await Promise.all([countIssueList(db, wanted), findShown(db, wanted)]);
  const counts = kinds && listCounts(kinds, query);
  const total = counts?.total ?? MOST_CANDIDATES;
  const byId = await findListedIssues(
    db,
    shown.groups.flatMap(({ ids }) => ids),
    sites,
  );
  const groups = shown.groups.map(({ ids, ...group }) => ({
    ...group,
    issues: ids.map((id) => byId.get(id)).filter((issue) => issue !== undefined),
  }));
  return { groups, counts, total, pageSize: shown.pageSize, pagedTotal: shown.total ?? total };
}

/** Returns the first Issues of a list, over all its pages. */
export async function findMatchingIssues(
  db: Database,
  { teamId, siteId, query, now }: Wanted,
  most: number,
): Promise<ListedIssue[]> {
  const sites = await findListSites(db, { teamId, siteId: siteId ?? query.site });
  const candidates = await findCandidates(db, { sites, query, now });
  const ids = await findIssueRows(db, { sites, query, candidates, now }, { skip: 0, take: most });
  const byId = await findListedIssues(db, ids, sites);
  return ids.map((id) => byId.get(id)).filter((issue) => issue !== undefined);
}

async function findShown(db: Database, wanted: RowsWanted) {
  if (wanted.query.group !== "none") return findIssueGroups(db, wanted);
  const ids = await findIssueRows(db, wanted);
  return { groups: [{ key: null, count: ids.length, pages: 0, sites: 0, ids }], total: null, pageSize: LIST_PAGE_SIZE };
}
