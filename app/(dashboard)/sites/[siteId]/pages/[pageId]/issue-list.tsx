import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { Badge } from "#app/_components/badge.tsx";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { severityWords } from "#worker/core/view/issue-words.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
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
            <IssueWords issue={issue} />
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
            <Link
              href={`/sites/${siteId}/issues/${issue.id}`}
              className="inline-flex min-h-8 items-center rounded-control px-2.5 text-sm text-link hover:bg-sunken"
            >
              Details<span className="sr-only"> about “{issue.text}”</span>
            </Link>
            {canChange && <QuickActions siteId={siteId} issueId={issue.id} text={issue.text} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function IssueWords({ issue }: { issue: IssueView }) {
  const isLink = issue.check === "links";
  const [best] = issue.suggestions;
  return (
    <>
      <span className="min-w-0">{isLink ? shownAddress(issue.text) : issue.text}</span>
      {best !== undefined && best !== "" && (
        <>
          <ArrowRight aria-hidden className="size-3.5 self-center text-muted" />
          <span className="sr-only">, instead:</span>
          <span className="text-success">{isLink ? shownAddress(best) : best}</span>
        </>
      )}
      <span className="ml-auto">
        <Badge>{severityWords(issue)}</Badge>
      </span>
    </>
  );
}

function notMarked({ check, rule }: IssueView, view: "picture" | "text"): string {
  if (rule === "style/require") return "Missing on the page";
  if (view === "text") return check === "links" ? "Not in the text" : "Further down, or in a part that is no text";
  return "Not visible in the picture";
}
