import { Badge } from "#app/_components/badge.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { severityWords } from "#worker/core/view/issues/issue-words.ts";
import { MistakeAndBest } from "../../issues/[issueId]/mistake-and-best.tsx";
import { QuickActions } from "./quick-actions.tsx";

type Props = {
  siteId: string;
  issues: readonly IssueView[];
  /** Issues that are marked in the picture or text beside the list. */
  markedIds: ReadonlySet<string>;
  view: "picture" | "text";
  canChange: boolean;
};

/** The issues of a page beside its picture or text; each leads to its mark there. */
export function IssueList({ siteId, issues, markedIds, view, canChange }: Props) {
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
      {issues.map((issue) => (
        <li
          key={issue.id}
          id={`issue-${issue.id}`}
          data-issue
          tabIndex={-1}
          className="scroll-m-24 space-y-1 border-l-4 border-l-transparent px-4 py-3 -outline-offset-2 target:border-l-accent aria-[current]:border-l-accent aria-[current]:bg-accent-soft"
        >
          <p className="flex flex-wrap items-baseline gap-x-2 font-semibold">
            <MistakeAndBest issue={issue} />
            <span className="ml-auto">
              <Badge>{severityWords(issue)}</Badge>
            </span>
          </p>
          <p className="text-sm text-muted">{issue.message}</p>
          <div className="-ml-2.5 flex flex-wrap items-center gap-x-1">
            {markedIds.has(issue.id) ? (
              <a
                href={`#mark-${issue.id}`}
                className="inline-flex min-h-8 items-center rounded-control px-2.5 text-sm text-link hover:bg-sunken"
              >
                Show
                <span className="sr-only">
                  {" "}
                  “{issue.text}” in the {view}
                </span>
              </a>
            ) : (
              <span className="px-2.5 text-sm text-muted">{notMarked(issue, view)}</span>
            )}
            <PageLink
              href={`/sites/${siteId}/issues/${issue.id}`}
              className="inline-flex min-h-8 items-center rounded-control px-2.5 text-sm text-link hover:bg-sunken"
            >
              Details<span className="sr-only"> about “{issue.text}”</span>
            </PageLink>
            {canChange && <QuickActions siteId={siteId} issueId={issue.id} text={issue.text} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function notMarked({ check, rule }: IssueView, view: "picture" | "text"): string {
  if (rule === "style/require") return "Missing on the page";
  if (view === "text") return check === "links" ? "Not in the text" : "Further down, or in a part that is no text";
  return "Not visible in the picture";
}
