import { Pagination } from "#app/_components/pagination.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import type { IssueCounts } from "#prisma/queries/issues/count-issues.ts";
import { findSiteIssues } from "#prisma/queries/issues/find-site-issues.ts";
import { CHECK_IDS, CHECK_KINDS } from "#worker/core/checks/check-kinds.ts";
import { HintsSection } from "./hints-section.tsx";
import { type IssueQuery, issuesHref } from "./issue-query.ts";
import { IssueSection } from "./issue-section.tsx";
import { IssueSelection } from "./issue-selection.tsx";
import { OwnWords } from "./own-words.tsx";
import { RecurringSection } from "./recurring-section.tsx";
import { SelectionBar } from "./selection-bar.tsx";

/** Issues per check on the page of all checks; one check's own pages show more. */
const FEW = 15;
const PAGE_SIZE = 50;

type IssueBoardProps = { teamId: string; siteId: string; query: IssueQuery; counts: IssueCounts; canChange: boolean };

/** The selected issues grouped by check, with a limit per check so that the page stays fast with thousands. */
export async function IssueBoard({ teamId, siteId, query, counts, canChange }: IssueBoardProps) {
  const { state: group, check: only, page } = query;
  const take = only ? PAGE_SIZE : FEW;
  const skip = only ? (page - 1) * PAGE_SIZE : 0;
  const sections = await Promise.all(
    CHECK_IDS.filter((check) => !only || check === only).map(async (check) => ({
      check,
      issues: counts[group][check] > 0 ? await findSiteIssues(getDatabase(), { teamId, siteId, group, check, skip, take }) : [],
    })),
  );
  const ids = sections.flatMap((section) => section.issues.map((issue) => issue.id));
  return (
    <>
      <IssueSelection ids={ids}>
        <div className="space-y-6">
          {sections.map(({ check, issues }) => (
            <IssueSection
              key={check}
              siteId={siteId}
              title={CHECK_KINDS[check].heading}
              issues={issues}
              total={counts[group][check]}
              canChange={canChange}
              moreHref={only ? undefined : issuesHref(siteId, { state: group, check })}
            />
          ))}
        </div>
        <SelectionBar siteId={siteId} group={group} />
      </IssueSelection>
      {only && (
        <Pagination
          label={`Pages of ${CHECK_KINDS[only].heading.toLowerCase()} issues`}
          page={page}
          pageSize={PAGE_SIZE}
          total={counts[group][only]}
          hrefOf={(other) => issuesHref(siteId, { state: group, check: only, page: other })}
        />
      )}
      {group === "open" && (only === undefined || only === "spelling") && <OwnWords {...{ teamId, siteId, canChange }} />}
      {group === "open" && <RecurringSection siteId={siteId} check={only} counts={counts} />}
      {group === "open" && <HintsSection siteId={siteId} check={only} counts={counts} />}
    </>
  );
}
