import type { ListOptions } from "#prisma/queries/issue-list/find-list-options.ts";
import type { MemberView } from "#prisma/queries/teams/find-members.ts";
import type { ListCounts } from "#worker/core/view/issues/issue-list-counts.ts";
import type { IssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";

/** Returns the address of the list with some filters changed, from its first page. */
export type ListHrefs = (change: Partial<IssueListQuery>) => string;

/** Choices that the filters of a list offer. `sites`: of the team, in its own list. */
export type FilterOptions = ListOptions & { sites: readonly { id: string; name: string }[] };

/** The filters of a list: those that are chosen, what they offer, and where each choice leads. */
export type ListFilters = {
  basePath: string;
  query: IssueListQuery;
  /** Null: the search matches too many to count. */
  counts: ListCounts | null;
  options: FilterOptions;
  members: readonly MemberView[];
  hrefOf: ListHrefs;
  isTeam: boolean;
};
