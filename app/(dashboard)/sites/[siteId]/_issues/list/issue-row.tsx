"use client";

import clsx from "clsx";
import { memo } from "react";
import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";
import { useListControls } from "./list-controls.ts";
import { RowActions } from "./row-actions.tsx";
import { RowPlace } from "./row-place.tsx";
import { RowSentence } from "./row-sentence.tsx";
import { issueElementId } from "./use-row-focus.ts";

type IssueRowProps = {
  issue: ListedIssue;
  /** True for the one row that Tab reaches. */
  isActive: boolean;
  /** Why the server refused the last decision. */
  refusal: string | null;
  assigneeId: string | null;
};

/** One issue: its sentence with the correction, why it is wrong, where it is, and the buttons for it. */
export const IssueRow = memo(function IssueRow({ issue, isActive, refusal, assigneeId }: IssueRowProps) {
  const { canChange, isLive, isSelected, toggle } = useListControls();
  const selected = isSelected(issue.id);
  return (
    <li
      id={issueElementId(issue.id)}
      data-issue={issue.id}
      tabIndex={isActive ? 0 : -1}
      className={clsx(
        "relative flex scroll-my-20 gap-3 px-3 py-2.5 -outline-offset-2 focus:bg-accent-soft/50 sm:px-4",
        selected && "bg-sunken",
      )}
    >
      {canChange && (
        <input
          type="checkbox"
          checked={selected}
          onChange={(event) => toggle(issue.id, "shiftKey" in event.nativeEvent && event.nativeEvent.shiftKey === true)}
          aria-label={`Select ${issue.text}`}
          className="mt-1.5 size-4 shrink-0"
        />
      )}
      <div className="min-w-0 flex-1 items-start gap-x-6 lg:grid lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="min-w-0">
          <RowSentence issue={issue} />
          <p className="truncate text-sm text-muted" title={issue.message}>
            {issue.message}
          </p>
          {refusal !== null && <p className="text-sm font-medium text-danger">Not changed: {refusal}</p>}
        </div>
        <div className="min-w-0">
          <RowPlace issue={issue} assigneeId={assigneeId} />
          {canChange && (isLive ? <RowActions issue={issue} assigneeId={assigneeId} /> : <div className="-mb-1 min-h-8" />)}
        </div>
      </div>
    </li>
  );
});
