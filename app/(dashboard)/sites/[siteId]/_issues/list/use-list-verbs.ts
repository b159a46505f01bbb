"use client";

import { useCallback, useMemo } from "react";
import { useToast } from "#app/_components/toaster.tsx";
import { correctionOf } from "#app/_lib/issue-list/correction-of.ts";
import { changeIssuesAction } from "#app/_verbs/issues/change-issues-action.ts";
import { ignoreMoreAction } from "#app/_verbs/issues/ignore-more-action.ts";
import { restoreIgnoredAction } from "#app/_verbs/issues/restore-ignored-action.ts";
import { addWordAction } from "#app/_verbs/words/add-word-action.ts";
import { removeWordAction } from "#app/_verbs/words/remove-word-action.ts";
import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";
import { plural } from "#worker/core/text/plural.ts";
import type { ListVerbs } from "./list-controls.ts";
import type { Decide } from "./use-decisions.ts";

type Change = Parameters<typeof changeIssuesAction>[0]["change"];
type Issues = readonly ListedIssue[];

/** Returns the verbs of a list. `decide` shows each at once, sends it to the server and makes it undoable. */
export function useListVerbs(decide: Decide): ListVerbs {
  const toast = useToast();
  const change = useCallback(
    (issues: Issues, wanted: Change, done: string) => {
      const issueIds = issues.map(({ id }) => id);
      decide({
        ids: issueIds,
        words: `${done}: ${nameOf(issues)}.`,
        effect: wanted.action === "assign" ? { assignTo: wanted.userId } : "leave",
        act: () => changeIssuesAction({ issueIds, change: wanted }),
        undoOf: ({ decisionId }) =>
          decisionId === undefined ? null : () => changeIssuesAction({ issueIds, change: { action: "undo", decisionId } }),
      });
    },
    [decide],
  );
  return useMemo(
    () => ({
      ignore: (issues) => change(issues, { action: "ignore" }, "Ignored"),
      markFixed: (issues) => change(issues, { action: "mark-fixed" }, "Marked as fixed"),
      snooze: (issues, until) => change(issues, { action: "snooze", until }, "Snoozed"),
      assign: (issues, userId) =>
        change(issues, { action: "assign", userId }, userId === null ? "No longer assigned" : "Assigned"),
      takeBack: (issues) => {
        const [first] = issues;
        if (first?.state === "ignored") return change(issues, { action: "unignore" }, "No longer ignored");
        if (first?.state === "snoozed") return change(issues, { action: "wake" }, "No longer snoozed");
        change(issues, { action: "undo" }, "Not fixed");
      },
      ignoreMore(issue, choice) {
        if (choice.scope === "here") return change([issue], { action: "ignore" }, "Ignored");
        decide({
          ids: [issue.id],
          words: IGNORED_MORE[choice.scope],
          effect: "leave",
          act: () => ignoreMoreAction({ issueId: issue.id, ...choice }),
          undoOf: ({ ignoreRuleId }) => (ignoreRuleId === undefined ? null : () => restoreIgnoredAction({ ignoreRuleId })),
        });
      },
      addWords(issues) {
        const words = issues.filter(({ check }) => check === "spelling").map(({ id, siteId, text }) => ({ id, siteId, text }));
        const [first] = words;
        if (!first) return toast({ words: "Only words that the spelling check reports can be added to a dictionary." });
        decide({
          ids: words.map(({ id }) => id),
          words:
            words.length === 1
              ? `“${first.text}” is now in this site's dictionary.`
              : `${plural(words.length, "word")} added to the dictionary.`,
          effect: "leave",
          act: () => oneByOne(words, ({ siteId, text }) => addWordAction({ siteId, word: text })),
          undoOf: () => () => oneByOne(words, ({ siteId, text }) => removeWordAction({ siteId, word: text })),
        });
      },
      copy(issue) {
        const text = correctionOf(issue);
        if (text === null) return toast({ words: "There is no suggestion to copy." });
        // Browsers offer no clipboard to pages without encryption.
        (navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("There is no clipboard."))).then(
          () => toast({ words: `Copied: ${text}` }),
          () => toast({ words: "Your browser blocked the copy. Select the text and copy it yourself." }),
        );
      },
    }),
    [change, decide, toast],
  );
}

const IGNORED_MORE = {
  page: "Ignored on this page.",
  rule: "This rule is now ignored on this site.",
  target: "Links to this address are now ignored.",
  host: "Links to this website are now ignored.",
} as const;

function nameOf(issues: Issues): string {
  const [first] = issues;
  return issues.length === 1 && first ? first.text : plural(issues.length, "issue");
}

/** Runs an action for each, until one fails. */
async function oneByOne<Item, State extends { error?: string }>(
  items: readonly Item[],
  act: (item: Item) => Promise<State>,
): Promise<State | { error?: string }> {
  for (const item of items) {
    const state = await act(item);
    if (state.error !== undefined) return state;
  }
  return {};
}
