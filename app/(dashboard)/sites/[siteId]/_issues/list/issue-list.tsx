"use client";

import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { useIsLive } from "#app/_components/use-is-live.ts";
import { firstRows } from "#app/_lib/issue-list/first-rows.ts";
import { markList, NO_MARKS } from "#app/_lib/issue-list/list-marks.ts";
import { keepShown, NOTHING_SELECTED, toggleSelected, withSelected } from "#app/_lib/issue-list/list-selection.ts";
import type { ListedGroup } from "#prisma/queries/issue-list/find-issue-list.ts";
import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";
import type { MemberView } from "#prisma/queries/teams/find-members.ts";
import { useKeysSetting } from "../../_decisions/use-keys-setting.ts";
import { IssueGroup } from "./issue-group.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { type ListControls, ListControlsContext, type OpenMenu } from "./list-controls.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { useDecisions } from "./use-decisions.ts";
import { useListKeys } from "./use-list-keys.ts";
import { useListVerbs } from "./use-list-verbs.ts";
import { useRowFocus } from "./use-row-focus.ts";

export type IssueListProps = {
  groups: readonly ListedGroup[];
  /** Issues on all pages of the list; `isAtLeast`: there may be more. */
  total: number;
  isAtLeast: boolean;
  canChange: boolean;
  showsSite: boolean;
  members: readonly MemberView[];
  ownUserId: string;
  /** The query string of the list, to select all that it has. `siteId`: of the list of one Site. */
  search: string;
  siteId: string | null;
  /** Addresses of the lists that have all issues of a group, by its key. */
  groupHrefs: Readonly<Record<string, string>>;
};

/** A page of issues that are settled by keys or buttons, one or many at once. Decisions show before the server answers. */
export function IssueList(props: IssueListProps) {
  const { groups, canChange, showsSite, members, ownUserId } = props;
  const [marks, mark] = useReducer(markList, NO_MARKS);
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const [helpOpen, setHelpOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const issues = useMemo(() => groups.flatMap((group) => group.issues), [groups]);
  const shown = useMemo(() => issues.filter(({ id }) => !marks.leaving.has(id)), [issues, marks.leaving]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const focus = useRowFocus(ids, list);
  // The server's list has arrived: what it accepted is in it.
  useEffect(() => {
    const listed = issues.map(({ id }) => id);
    mark({ type: "listed", ids: listed });
    setSelection((before) => keepShown(before, listed));
  }, [issues]);
  const { afterLeaving, afterReturn } = focus;
  const onLeave = useCallback(
    (leaving: readonly string[]) => {
      afterLeaving(leaving);
      setSelection((before) => withSelected(before, leaving, false));
      setMenu(null);
    },
    [afterLeaving],
  );
  const { decide, undoLast } = useDecisions({ mark, onLeave, onReturn: afterReturn });
  const verbs = useListVerbs(decide);
  const toggle = useCallback(
    (id: string, extend: boolean) => setSelection((before) => toggleSelected(before, ids, id, extend)),
    [ids],
  );
  const isLive = useIsLive();
  const rowsAtFirst = firstRows(groups.map(({ issues: ofGroup }) => ofGroup.length));
  const controls = useMemo<ListControls>(
    () => ({
      canChange,
      isLive,
      showsSite,
      members,
      ownUserId,
      verbs,
      menu,
      setMenu,
      isSelected: (id) => selection.ids.has(id),
      toggle,
      setSelected: (changed, on) => setSelection((before) => withSelected(before, changed, on)),
    }),
    [canChange, isLive, showsSite, members, ownUserId, verbs, menu, selection.ids, toggle],
  );
  const clear = useCallback(() => setSelection(NOTHING_SELECTED), []);
  // Issues of other pages are known once all were selected.
  const [beyond, setBeyond] = useState<readonly ListedIssue[]>([]);
  const select = useCallback((all: readonly ListedIssue[]) => {
    setBeyond(all);
    setSelection({ ids: new Set(all.map(({ id }) => id)), anchor: null, isBeyond: true });
  }, []);
  const selectedIssues = useMemo(
    () => (selection.isBeyond ? beyond : shown).filter(({ id }) => selection.ids.has(id)),
    [selection, beyond, shown],
  );
  const { isOn, setOn } = useKeysSetting();
  const wiring = {
    issues: shown,
    selectedIssues,
    activeId: focus.activeId,
    controls,
    move: focus.move,
    undoLast,
    clear,
    showHelp: () => setHelpOpen(true),
  };
  useListKeys(wiring, isOn);
  // Says that keys work from now on: those pressed before are lost.
  useEffect(() => list.current?.setAttribute("data-keys", isOn ? "on" : "off"), [isOn]);
  return (
    <ListControlsContext value={controls}>
      {/* The focus comes here when the last issue leaves. */}
      <section ref={list} aria-label="Issues" tabIndex={-1} onFocus={focus.onFocus} className="space-y-4 outline-none">
        {groups.map((group, at) => (
          <IssueGroup
            key={group.key ?? ""}
            group={group}
            rows={isLive ? group.issues.length : (rowsAtFirst[at] ?? 0)}
            href={group.key === null ? null : (props.groupHrefs[group.key] ?? null)}
            marks={marks}
            activeId={focus.activeId ?? ids[0] ?? null}
          />
        ))}
      </section>
      <KeysDialog open={helpOpen} onOpenChange={setHelpOpen} isOn={isOn} onToggle={setOn} canChange={canChange} />
      <SelectionBar
        shown={ids}
        selected={selectedIssues}
        selection={selection}
        select={select}
        clear={clear}
        total={props.total - (issues.length - shown.length)}
        isAtLeast={props.isAtLeast}
        search={props.search}
        siteId={props.siteId}
      />
    </ListControlsContext>
  );
}
