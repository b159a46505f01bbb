"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { type ListCommand, listCommand } from "#app/_lib/issue-list/list-keys.ts";
import { offeredVerbs } from "#app/_lib/issue-list/offered-verbs.ts";
import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";
import type { ListControls, MenuName } from "./list-controls.ts";

type Wiring = {
  issues: readonly ListedIssue[];
  /** The selected issues, also those on other pages of the list. */
  selectedIssues: readonly ListedIssue[];
  activeId: string | null;
  controls: ListControls;
  move(step: 1 | -1): void;
  undoLast(): void;
  clear(): void;
  showHelp(): void;
};

/**
 * Runs the commands of single keys, if they are on. They work anywhere on the page but in fields, menus and dialogs, on the selected
 * issues if there are any, else on the row with the focus.
 */
export function useListKeys(wiring: Wiring, isOn: boolean): void {
  const router = useRouter();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || !target || target.closest(ELSEWHERE) || document.querySelector(OPEN_LAYER)) return;
      const command = listCommand(event, target.hasAttribute("data-issue"));
      if (command === null || (!isOn && !ALWAYS.has(command))) return;
      event.preventDefault();
      run(command, wiring, (href) => router.push(href));
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });
}

/** Checkboxes take no text, so keys work on them, too. */
const ELSEWHERE = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';
const OPEN_LAYER = '[role="menu"], [role="dialog"], dialog[open]';
/** These need no single letter or sign: they work even if the keys are off. */
const ALWAYS: ReadonlySet<ListCommand> = new Set(["open", "clear"]);

function run(command: ListCommand, wiring: Wiring, open: (href: string) => void): void {
  const { issues, selectedIssues, activeId, controls, move, undoLast, clear, showHelp } = wiring;
  const active = issues.find(({ id }) => id === activeId);
  if (command === "next") move(1);
  else if (command === "previous") move(-1);
  else if (command === "help") showHelp();
  else if (command === "search") document.getElementById("issue-search")?.focus();
  else if (command === "clear") clear();
  else if (command === "open") {
    if (active) open(`/sites/${active.siteId}/issues/${active.id}`);
  } else if (command === "copy") {
    if (active) controls.verbs.copy(active);
  } else if (controls.canChange) change(command, { active, selectedIssues, controls, undoLast });
}

type Chosen = Pick<Wiring, "selectedIssues" | "controls" | "undoLast"> & { active: ListedIssue | undefined };

function change(command: ListCommand, { active, selectedIssues, controls, undoLast }: Chosen): void {
  if (command === "undo") undoLast();
  else if (command === "select" || command === "select-range") {
    if (active) controls.toggle(active.id, command === "select-range");
  } else {
    const isSelection = selectedIssues.length > 0;
    const chosen = isSelection ? selectedIssues : active ? [active] : [];
    if (chosen.length > 0) decide(command, chosen, controls, isSelection);
  }
}

function decide(command: ListCommand, chosen: readonly ListedIssue[], controls: ListControls, isSelection: boolean): void {
  const { verbs, setMenu } = controls;
  const [first] = chosen;
  if (!first) return;
  const offered = offeredVerbs(first);
  const openMenu = (name: MenuName) => setMenu({ name, issueId: isSelection ? null : first.id });
  if (!offered.decide) {
    const takesBack = command === "ignore" || command === "fixed";
    if (takesBack && offered.takeBack !== null) verbs.takeBack(chosen);
    return;
  }
  if (command === "ignore") verbs.ignore(chosen);
  else if (command === "fixed") verbs.markFixed(chosen);
  else if (command === "dictionary") verbs.addWords(chosen);
  else if (command === "assign") openMenu("assign");
  else if (command === "snooze") offered.snooze ? openMenu("snooze") : verbs.takeBack(chosen);
  // What is ignored beyond one issue depends on that issue.
  else if (command === "ignore-more") setMenu({ name: "ignore", issueId: first.id });
}
