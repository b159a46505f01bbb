"use client";

import { useCallback, useTransition } from "react";
import { useToast } from "#app/_components/toaster.tsx";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { changeIssuesAction } from "#app/_verbs/issues/change-issues-action.ts";
import { ignoreMoreAction } from "#app/_verbs/issues/ignore-more-action.ts";
import { restoreIgnoredAction } from "#app/_verbs/issues/restore-ignored-action.ts";
import { addWordAction } from "#app/_verbs/words/add-word-action.ts";
import { removeWordAction } from "#app/_verbs/words/remove-word-action.ts";
import type { IgnoreScope } from "#worker/core/issues/decisions/issue-decision.ts";

type Change = Parameters<typeof changeIssuesAction>[0]["change"];
type Wanted = { siteId: string; issueId: string; text: string };

/** Returns the decisions about one issue. Each says what it did and can be undone from there. */
export function useDecisions({ siteId, issueId, text }: Wanted) {
  const toast = useToast();
  const [busy, start] = useTransition();
  const run = useCallback(
    (act: () => Promise<FormState>, undoOf: (state: FormState) => (() => Promise<FormState>) | undefined, words?: string) =>
      start(async () => {
        const state = await act();
        if (state.error) return toast({ words: state.error });
        const takeBack = undoOf(state);
        const undo =
          takeBack &&
          (() =>
            start(async () => {
              const { error } = await takeBack();
              toast({ words: error ?? "Undone." });
            }));
        toast({ words: words ?? state.done ?? "Done.", ...(undo ? { undo } : {}) });
        focusDecisions();
      }),
    [toast],
  );
  const change = useCallback(
    (wanted: Change, words: string) =>
      run(
        () => changeIssuesAction({ issueIds: [issueId], change: wanted }),
        ({ decisionId, changed }) =>
          wanted.action === "undo" || decisionId === undefined || changed === 0
            ? undefined
            : () => changeIssuesAction({ issueIds: [issueId], change: { action: "undo", decisionId } }),
        words,
      ),
    [run, issueId],
  );
  const ignoreMore = useCallback(
    (scope: IgnoreScope, words: string, pageId?: string) =>
      run(
        () => ignoreMoreAction({ issueId, scope, ...(pageId === undefined ? {} : { pageId }) }),
        ({ ignoreRuleId }) => (ignoreRuleId === undefined ? undefined : () => restoreIgnoredAction({ ignoreRuleId })),
        words,
      ),
    [run, issueId],
  );
  const addWord = useCallback(
    () =>
      run(
        () => addWordAction({ siteId, word: text }),
        () => () => removeWordAction({ siteId, word: text }),
        `“${text}” is now in this site's dictionary.`,
      ),
    [run, siteId, text],
  );
  return { busy, change, ignoreMore, addWord };
}

/** Keeps the keyboard where it was: the pressed button may be gone, and other decisions are in its place. */
function focusDecisions(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    const decisions = document.querySelector<HTMLElement>("[data-decisions]");
    (decisions ?? document.getElementById("content"))?.focus({ preventScroll: true });
  });
}
