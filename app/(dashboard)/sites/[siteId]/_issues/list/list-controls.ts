"use client";

import { createContext, useContext } from "react";
import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";
import type { MemberView } from "#prisma/queries/teams/find-members.ts";
import type { IgnoreChoice } from "../../_decisions/ignore-choices.tsx";

export type MenuName = "ignore" | "snooze" | "assign";
/** The menu that is open; `issueId` null: that of the selection. */
export type OpenMenu = { name: MenuName; issueId: string | null };

/** Decisions about issues of the list. Each is shown at once and can be undone. */
export type ListVerbs = {
  ignore(issues: readonly ListedIssue[]): void;
  ignoreMore(issue: ListedIssue, choice: IgnoreChoice): void;
  addWords(issues: readonly ListedIssue[]): void;
  markFixed(issues: readonly ListedIssue[]): void;
  snooze(issues: readonly ListedIssue[], until: string): void;
  assign(issues: readonly ListedIssue[], userId: string | null): void;
  /** Takes a decision of before back: ignored, snoozed or marked as fixed. */
  takeBack(issues: readonly ListedIssue[]): void;
  copy(issue: ListedIssue): void;
};

export type ListControls = {
  canChange: boolean;
  /** False on the server. What only works with scripts is left out there: it was most of the page, and most of the work to write it. */
  isLive: boolean;
  showsSite: boolean;
  members: readonly MemberView[];
  ownUserId: string;
  verbs: ListVerbs;
  menu: OpenMenu | null;
  setMenu(menu: OpenMenu | null): void;
  isSelected(id: string): boolean;
  toggle(id: string, extend: boolean): void;
  setSelected(ids: readonly string[], on: boolean): void;
};

export const ListControlsContext = createContext<ListControls | null>(null);

/** Returns the verbs, the selection and the menus of the list around a row. */
export function useListControls(): ListControls {
  const controls = useContext(ListControlsContext);
  if (!controls) throw new Error("A row needs an IssueList around it.");
  return controls;
}
