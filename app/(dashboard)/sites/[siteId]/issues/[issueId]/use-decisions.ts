"use client";

import { useCallback, useTransition } from "react";
import { useToast } from "#app/_components/toaster.tsx";
import { addWordAction } from "#app/_verbs/add-word-action.ts";
import { changeIssuesAction } from "#app/_verbs/change-issues-action.ts";
import { removeWordAction } from "#app/_verbs/remove-word-action.ts";

type Action = "ignore" | "unignore" | "mark-fixed" | "undo";

const DONE: Readonly<Record<Action, string>> = {
  ignore: "Ignored.",
  unignore: "No longer ignored.",
  "mark-fixed": "Marked as fixed. The next crawl looks if it is.",
  undo: "Undone.",
};

/** Returns the decisions about one issue, each with an undo. */
export function useDecisions(siteId: string, { id, text }: { id: string; text: string }) {
  const toast = useToast();
  const [busy, start] = useTransition();
  const change = useCallback(
    (action: Action) =>
      start(async () => {
        const { error } = await changeIssuesAction({ siteId, issueIds: [id], action });
        if (error) return toast({ words: error });
        const undo = () =>
          start(async () => {
            const undone = await changeIssuesAction({ siteId, issueIds: [id], action: "undo" });
            toast({ words: undone.error ?? "Undone." });
          });
        toast(action === "undo" ? { words: DONE[action] } : { words: DONE[action], undo });
        focusDecisions();
      }),
    [siteId, id, toast],
  );
  const addWord = useCallback(
    () =>
      start(async () => {
        const { error } = await addWordAction({ siteId, word: text });
        if (error) return toast({ words: error });
        const undo = () =>
          start(async () => {
            const undone = await removeWordAction({ siteId, word: text });
            toast({ words: undone.error ?? "Undone." });
          });
        toast({ words: `“${text}” is now in this site's dictionary.`, undo });
        focusDecisions();
      }),
    [siteId, text, toast],
  );
  return { busy, change, addWord };
}

/** Keeps the keyboard where it was: the pressed button is gone, other decisions are in its place. */
function focusDecisions(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    (document.querySelector<HTMLElement>("[data-decisions]") ?? document.getElementById("content"))?.focus({
      preventScroll: true,
    });
  });
}
