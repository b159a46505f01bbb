"use client";

import { useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import type { ListSelection } from "#app/_lib/issue-list/list-selection.ts";
import { offeredVerbs } from "#app/_lib/issue-list/offered-verbs.ts";
import { findMatchingAction } from "#app/_verbs/issues/find-matching-action.ts";
import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";
import { DECIDED_AT_ONCE } from "#worker/core/issues/decisions/issue-decision.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { AssignMenu } from "../../_decisions/assign-menu.tsx";
import { SnoozeMenu } from "../../_decisions/snooze-menu.tsx";
import { useListControls } from "./list-controls.ts";

type SelectionBarProps = {
  /** Ids of the rows on the page. */
  shown: readonly string[];
  selected: readonly ListedIssue[];
  selection: ListSelection;
  select(issues: readonly ListedIssue[]): void;
  clear(): void;
  total: number;
  isAtLeast: boolean;
  search: string;
  siteId: string | null;
};

/** The verbs for all selected issues. Stays visible at the bottom while any is selected. */
export function SelectionBar({
  shown,
  selected,
  selection,
  select,
  clear,
  total,
  isAtLeast,
  search,
  siteId,
}: SelectionBarProps) {
  const { verbs, menu, setMenu, members, ownUserId } = useListControls();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [first] = selected;
  if (!first) return null;
  const offered = offeredVerbs(first);
  const hasWords = offered.dictionary && selected.every(({ check }) => check === "spelling") && selected.length <= MOST_WORDS;
  const selectAll = async () => {
    setBusy(true);
    const { issues, error } = await findMatchingAction({ search, siteId });
    setBusy(false);
    if (error !== undefined) return toast({ words: error });
    select(issues);
  };
  const allOnPage = shown.every((id) => selection.ids.has(id));
  const openMenu = (name: "snooze" | "assign") => ({
    open: menu?.name === name && menu.issueId === null,
    onOpenChange: (open: boolean) => setMenu(open ? { name, issueId: null } : null),
  });
  return (
    <section
      aria-label="Selected issues"
      data-selection-bar
      className="sticky bottom-3 z-30 mt-4 flex flex-wrap items-center gap-x-1 gap-y-1.5 rounded-card border border-line bg-surface px-3 py-2 shadow-raised"
    >
      <span className="mr-auto flex flex-wrap items-baseline gap-x-3 pl-1">
        <span className="font-medium tabular-nums" aria-live="polite">
          {plural(selected.length, "issue")} selected
        </span>
        {allOnPage && !selection.isBeyond && total > shown.length && (
          <button type="button" className="text-link text-sm" aria-disabled={busy} onClick={() => !busy && selectAll()}>
            {total > DECIDED_AT_ONCE || isAtLeast
              ? `Select the first ${DECIDED_AT_ONCE}`
              : `Select all ${formatCount(total)} that match`}
          </button>
        )}
      </span>
      {offered.decide && (
        <>
          <Verb onClick={() => verbs.markFixed(selected)}>Mark as fixed</Verb>
          <Verb onClick={() => verbs.ignore(selected)}>Ignore</Verb>
          {hasWords && <Verb onClick={() => verbs.addWords(selected)}>Add to dictionary</Verb>}
          {offered.snooze && <SnoozeMenu {...openMenu("snooze")} onChoose={(until) => verbs.snooze(selected, until)} />}
          <AssignMenu
            {...openMenu("assign")}
            members={members}
            siteIds={[...new Set(selected.map(({ siteId: id }) => id))]}
            ownUserId={ownUserId}
            onChoose={(userId) => verbs.assign(selected, userId)}
          />
        </>
      )}
      {offered.takeBack !== null && <Verb onClick={() => verbs.takeBack(selected)}>{offered.takeBack}</Verb>}
      <Button size="small" variant="quiet" onClick={clear}>
        Clear
      </Button>
    </section>
  );
}

/** Words are added one by one. */
const MOST_WORDS = 50;

function Verb({ onClick, children }: { onClick(): void; children: string }) {
  return (
    <Button size="small" variant="quiet" onClick={onClick}>
      {children}
    </Button>
  );
}
