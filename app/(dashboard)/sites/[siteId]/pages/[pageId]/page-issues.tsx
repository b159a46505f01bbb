import { getDatabase } from "#app/_lib/database.ts";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { findPageText } from "#prisma/queries/pages/find-page-text.ts";
import type { PictureView } from "#prisma/queries/pictures/picture-view.ts";
import type { TeamScope } from "#worker/core/people/team-scope.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import { markBlocks } from "#worker/core/view/marks/mark-blocks.ts";
import { MarkedPicture } from "../../_pictures/marked-picture.tsx";
import { FollowMarks } from "./follow-marks.tsx";
import { IssueList } from "./issue-list.tsx";
import { PageText } from "./page-text.tsx";

type Props = {
  teamId: TeamScope;
  siteId: string;
  pageId: string;
  issues: readonly IssueView[];
  /** Null: the text is shown. */
  picture: PictureView | null;
  canChange: boolean;
};

/** The issues of a page, and beside them its picture or its text with all of them marked; each leads to the other. */
export async function PageIssues({ teamId, siteId, pageId, issues, picture, canChange }: Props) {
  const labels = new Map(issues.map(({ id, text, message }) => [id, `“${text}”: ${message}`]));
  const text = picture ? null : await findPageText(getDatabase(), { teamId, siteId, pageId, issueIds: [...labels.keys()] });
  const blocks = text ? markBlocks(text.blocks, text.placed) : [];
  const marked = picture
    ? picture.marks.map(({ issueId }) => issueId)
    : blocks.flatMap(({ segments }) => segments.flatMap(({ issueIds }) => issueIds));
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <section
        aria-labelledby="issues"
        className="min-w-0 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-auto lg:overscroll-contain"
      >
        <h3 id="issues" className="mb-2 font-semibold">
          Issues on this page <span className="ml-1 font-normal text-muted tabular-nums">{formatCount(issues.length)}</span>
        </h3>
        {issues.length === 0 ? (
          <p className="text-muted">No open issues on this page.</p>
        ) : (
          <IssueList
            siteId={siteId}
            issues={issues}
            markedIds={new Set(marked)}
            view={picture ? "picture" : "text"}
            canChange={canChange}
          />
        )}
      </section>
      <div className="min-w-0">
        {picture ? (
          <MarkedPicture
            siteId={siteId}
            picture={picture}
            issues={issues.map(({ id }) => ({ id, label: labels.get(id) ?? "" }))}
            linksTo="list"
          />
        ) : (
          <PageText blocks={blocks} labels={labels} isCut={text?.isCut ?? false} />
        )}
      </div>
      <FollowMarks />
    </div>
  );
}
