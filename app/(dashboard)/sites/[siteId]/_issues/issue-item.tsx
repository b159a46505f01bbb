"use client";

import clsx from "clsx";
import { Badge, type BadgeTone } from "#app/_components/badge.tsx";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { STATE_WORDS, severityWords } from "#worker/core/view/issue-words.ts";
import { issueElementId } from "./focus-after.ts";
import { IssueActions } from "./issue-actions.tsx";
import { IssuePlaces } from "./issue-places.tsx";
import { useIssueSelection } from "./issue-selection.tsx";
import { IssueTitle } from "./issue-title.tsx";
import { MarkedExcerpt } from "./marked-excerpt.tsx";
import { useIssueVerbs } from "./use-issue-verbs.ts";

const TONES: Record<IssueView["severity"], BadgeTone> = { error: "danger", warning: "warning", hint: "neutral" };

type IssueItemProps = {
  siteId: string;
  issue: IssueView;
  canChange: boolean /** True if a link in a mail led here. */;
  mailed?: boolean;
};

/** One issue: its sentence, message and pages, and the actions for it. */
export function IssueItem({ siteId, issue, canChange, mailed = false }: IssueItemProps) {
  const verbs = useIssueVerbs(siteId);
  const { selected, toggle } = useIssueSelection();
  const ticked = selected.has(issue.id);
  return (
    <li
      id={mailed ? undefined : issueElementId(issue.id)}
      data-issue={mailed ? undefined : true}
      tabIndex={-1}
      aria-busy={verbs.busy}
      className={clsx(
        "flex gap-3 px-4 py-4 -outline-offset-2 sm:px-5",
        verbs.busy && "opacity-50",
        mailed && "bg-accent-soft",
        ticked && "bg-sunken",
      )}
    >
      {canChange && !mailed && (
        <input
          type="checkbox"
          checked={ticked}
          onChange={(event) => toggle(issue.id, "shiftKey" in event.nativeEvent && event.nativeEvent.shiftKey === true)}
          aria-label={`Select ${issue.text}`}
          className="mt-1 size-4 shrink-0"
        />
      )}
      <div className="min-w-0 flex-1 space-y-1.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1 [&>h3]:min-w-0 [&>h3]:grow [&>h3]:basis-3/5">
          <IssueTitle issue={issue} />
          <span className="flex shrink-0 flex-wrap justify-end gap-1.5">
            {issue.state !== "open" && <Badge>{STATE_WORDS[issue.state]}</Badge>}
            <Badge tone={TONES[issue.severity]}>{severityWords(issue)}</Badge>
          </span>
        </div>
        <p className="font-serif text-lg">
          {issue.check === "links" ? (
            <LinkText text={issue.excerpt} />
          ) : (
            <MarkedExcerpt excerpt={issue.excerpt} wrong={issue.text} />
          )}
        </p>
        <p className="text-sm text-muted">{issue.message}</p>
        <div className="grid items-end gap-x-6 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto]">
          <IssuePlaces siteId={siteId} issue={issue} />
          {canChange && (
            <div className="-ml-2.5 flex flex-wrap gap-1 sm:-mr-2.5 sm:-mb-1.5 sm:ml-0">
              <IssueActions issue={issue} verbs={verbs} siteId={siteId} />
            </div>
          )}
        </div>
      </div>
    </li>
  );
}

function LinkText({ text }: { text: string }) {
  return text ? <>linked as “{text}”</> : <span className="text-muted">a picture, form, file or link without text</span>;
}
