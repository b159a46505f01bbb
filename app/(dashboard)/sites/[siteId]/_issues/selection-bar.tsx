"use client";

import { Button } from "#app/_components/button.tsx";
import { plural } from "#worker/core/text/plural.ts";
import type { IssueGroup } from "#worker/core/view/issue-groups.ts";
import { useIssueSelection } from "./issue-selection.tsx";
import { type IssueAction, useIssueVerbs } from "./use-issue-verbs.ts";

const OFFERED: Record<IssueGroup, { action: IssueAction; name: string }[]> = {
  open: [
    { action: "ignore", name: "Ignore" },
    { action: "mark-fixed", name: "Mark as fixed" },
  ],
  hints: [{ action: "ignore", name: "Ignore" }],
  recurring: [
    { action: "ignore", name: "Ignore" },
    { action: "mark-fixed", name: "Mark as fixed" },
  ],
  ignored: [{ action: "unignore", name: "Stop ignoring" }],
  fixed: [{ action: "undo", name: "Not fixed" }],
};

/** The actions for all selected issues. Stays visible at the bottom while any is selected. */
export function SelectionBar({ siteId, group }: { siteId: string; group: IssueGroup }) {
  const { selected, clear } = useIssueSelection();
  const { busy, change } = useIssueVerbs(siteId);
  if (selected.size === 0) return null;
  const issueIds = [...selected];
  return (
    <section
      aria-label="Selected issues"
      data-selection-bar
      className="sticky bottom-3 z-30 mt-4 flex flex-wrap items-center gap-2 rounded-card border border-line bg-surface px-4 py-2.5 shadow-raised"
    >
      <span className="mr-auto font-medium tabular-nums" aria-live="polite">
        {plural(selected.size, "issue")} selected
      </span>
      {OFFERED[group].map(({ action, name }) => (
        <Button key={action} size="small" aria-disabled={busy} onClick={() => !busy && change(action, { issueIds })}>
          {name}
        </Button>
      ))}
      <Button size="small" variant="quiet" onClick={clear}>
        Clear
      </Button>
    </section>
  );
}
