import type { ListOptions } from "#prisma/queries/issue-list/find-list-options.ts";
import type { MemberView } from "#prisma/queries/teams/find-members.ts";
import type { ListCounts } from "#worker/core/view/issues/issue-list-counts.ts";
import type { IssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";
import type { ListHrefs } from "./list-hrefs.ts";

export type FilterBarProps = {
  basePath: string;
  query: IssueListQuery;
  /** Null: the search matches too many to count. */
  counts: ListCounts | null;
  options: ListOptions;
  members: readonly MemberView[];
  hrefOf: ListHrefs;
  isTeam: boolean;
};
