"use client";

import { useCallback, useTransition } from "react";
import { useToast } from "#app/_components/toaster.tsx";
import { addWordAction } from "#app/_verbs/add-word-action.ts";
import { changeIssuesAction } from "#app/_verbs/change-issues-action.ts";
import { ignoreHostAction } from "#app/_verbs/ignore-host-action.ts";
import { undoWordsAction } from "#app/_verbs/undo-words-action.ts";
import { plural } from "#worker/core/text/plural.ts";
import { hostLine } from "#worker/core/url/ignored-links.ts";
import { focusAfter } from "./focus-after.ts";

export type IssueAction = "ignore" | "unignore" | "mark-fixed" | "undo";

const DONE: Record<IssueAction, string> = {
  ignore: "Ignored",
  unignore: "No longer ignored",
  "mark-fixed": "Marked as fixed",
  undo: "Undone",
};

type Wanted = { issueIds: string[]; words?: string };

/** Returns the actions on issues, each with an undo. The focus moves to the neighbour of an issue that leaves the list. */
export function useIssueVerbs(siteId: string) {
  const toast = useToast();
  const [busy, start] = useTransition();
  const change = useCallback(
    (action: IssueAction, { issueIds, words }: Wanted) =>
      start(async () => {
        const focus = focusAfter(issueIds);
        const { error, decisionId } = await changeIssuesAction({ issueIds, change: { action } });
        if (error) return toast({ words: error });
        focus();
        const what = words ?? plural(issueIds.length, "issue");
        const undo = () =>
          start(async () => report(toast, await changeIssuesAction({ issueIds, change: { action: "undo", decisionId } })));
        toast({ words: `${DONE[action]}: ${what}.`, undo: action === "undo" ? undefined : undo });
      }),
    [toast],
  );
  const addWord = useCallback(
    (issueId: string, word: string) =>
      start(async () => {
        const focus = focusAfter([issueId]);
        const { error, decisionId = "" } = await addWordAction({ siteId, word });
        if (error) return toast({ words: error });
        focus();
        const undo = () => start(async () => report(toast, await undoWordsAction({ decisionId })));
        toast({ words: `“${word}” is now in this site's dictionary.`, undo });
      }),
    [siteId, toast],
  );
  const ignoreHostOf = useCallback(
    (issueId: string, target: string) =>
      start(async () => {
        const focus = focusAfter([issueId]);
        const { error } = await ignoreHostAction({ siteId, target, ignored: true });
        if (error) return toast({ words: error });
        focus();
        const undo = () => start(async () => report(toast, await ignoreHostAction({ siteId, target, ignored: false })));
        toast({ words: `We no longer check links to ${hostLine(target)}.`, undo });
      }),
    [siteId, toast],
  );
  return { busy, change, addWord, ignoreHostOf };
}

function report(toast: (toast: { words: string }) => void, { error, done }: { error?: string; done?: string }): void {
  toast({ words: error ?? done ?? "Undone." });
}
