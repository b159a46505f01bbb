import { CsvLink } from "#app/_components/csv-link.tsx";
import { Pagination } from "#app/_components/pagination.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { type IssueList as FoundList, findIssueList } from "#prisma/queries/issue-list/find-issue-list.ts";
import { findListOptions } from "#prisma/queries/issue-list/find-list-options.ts";
import type { ListSite } from "#prisma/queries/issue-list/find-list-sites.ts";
import { findMembers } from "#prisma/queries/teams/find-members.ts";
import { type Holder, may } from "#worker/core/people/rights.ts";
import { type IssueListQuery, issueListSearch } from "#worker/core/view/issues/issue-list-query.ts";
import { FilterBar } from "./filters/filter-bar.tsx";
import type { ListHrefs } from "./filters/list-filters.ts";
import { IssueList } from "./list/issue-list.tsx";
import { NoMatch } from "./no-match.tsx";

type IssuesViewProps = {
  member: Holder & { userId: string };
  /** Null: all sites of the team, which are `sites`. */
  siteId: string | null;
  sites?: readonly ListSite[];
  query: IssueListQuery;
  /** Shown if there is nothing to do; null for several sites. */
  pagesRead: number | null;
  paused: boolean;
};

/** The list of issues of a site or of a team, with its filters. */
export async function IssuesView({ member, siteId, sites, query, pagesRead, paused }: IssuesViewProps) {
  const { teamId } = member;
  const canChange = may(member, "issues.decide");
  const isTeam = siteId === null;
  const wanted = { teamId, siteId: siteId ?? undefined, query, now: new Date() };
  const [list, found, members] = await Promise.all([
    findIssueList(getDatabase(), wanted, sites),
    findListOptions(getDatabase(), { teamId, siteId: siteId ?? query.site, pageId: query.pageId }),
    findMembers(getDatabase(), teamId),
  ]);
  const options = { ...found, sites: sites ?? [] };
  const basePath = isTeam ? "/issues" : `/sites/${siteId}`;
  const hrefOf = (change: Partial<IssueListQuery>) => `${basePath}${issueListSearch({ ...query, page: 1, ...change })}`;
  const isEmpty = list.groups.every(({ issues }) => issues.length === 0);
  return (
    <>
      <FilterBar {...{ basePath, query, options, members, hrefOf }} counts={list.counts} isTeam={isTeam} />
      {isEmpty && <NoMatch query={query} basePath={basePath} pagesRead={pagesRead} paused={paused} />}
      <IssueList
        groups={list.groups}
        total={list.total}
        isAtLeast={list.counts === null}
        canChange={canChange}
        showsSite={isTeam && options.sites.length > 1 && query.site === undefined}
        members={members}
        ownUserId={member.userId}
        search={issueListSearch(query)}
        siteId={siteId}
        groupHrefs={groupHrefs(list, query, hrefOf)}
      />
      <Pagination
        label="Pages of issues"
        page={query.page}
        pageSize={list.pageSize}
        total={list.pagedTotal}
        hrefOf={(page) => hrefOf({ page })}
      />
      {!isEmpty && (
        <p className="mt-2">
          <CsvLink
            href={`${basePath}/export${isTeam ? "" : "/issues"}${issueListSearch({ ...query, page: 1, group: "none", sort: "weight" })}`}
            what="these issues"
          />
        </p>
      )}
    </>
  );
}

/** Returns for each group the address of the list of all its issues. */
function groupHrefs({ groups }: FoundList, { group }: IssueListQuery, hrefOf: ListHrefs): Record<string, string> {
  const hrefs: Record<string, string> = {};
  for (const { key, issues } of groups) {
    const pageId = issues[0]?.page?.id;
    if (key === null) continue;
    if (group === "mistake") hrefs[key] = hrefOf({ group: "none", mistake: key });
    else hrefs[key] = pageId === undefined ? hrefOf({}) : hrefOf({ group: "none", pageId });
  }
  return hrefs;
}
