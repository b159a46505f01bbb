"use client";

import { BookPlus, Check, EyeOff, type LucideIcon, Undo2 } from "lucide-react";
import { Button } from "#app/_components/button.tsx";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { useDecisions } from "./use-decisions.ts";
import { useKeys } from "./use-keys.ts";

type Props = { siteId: string; issue: Pick<IssueView, "id" | "text" | "check" | "state" | "fixedBy"> };
type Offer = { key: string; name: string; icon: LucideIcon; act(): void };

/** The decisions that a person can take about an issue, by its state, each with its key. */
export function IssueActions({ siteId, issue }: Props) {
  const decisions = useDecisions({ siteId, issueId: issue.id, text: issue.text });
  const offers = offersFor(issue, decisions);
  useKeys({ ...Object.fromEntries(offers.map(({ key, act }) => [key, act])), c: copyCorrection });
  return (
    <fieldset
      data-decisions
      tabIndex={-1}
      aria-busy={decisions.busy}
      className="flex min-w-0 flex-wrap gap-2 outline-none lg:flex-col"
    >
      <legend className="sr-only">Decide about this issue</legend>
      {offers.map(({ key, name, icon: Icon, act }) => (
        <Button key={key} aria-keyshortcuts={key} className="lg:justify-start" onClick={act}>
          <Icon aria-hidden className="size-4" />
          {name}
          <kbd aria-hidden className="ml-auto hidden rounded border border-line px-1.5 font-sans text-xs text-muted lg:inline">
            {key}
          </kbd>
        </Button>
      ))}
    </fieldset>
  );
}

function offersFor(issue: Props["issue"], { change, addWord }: ReturnType<typeof useDecisions>): Offer[] {
  if (issue.state === "ignored")
    return [
      {
        key: "i",
        name: "Stop ignoring",
        icon: Undo2,
        act: () => change({ action: "unignore" }, "No longer ignored."),
      },
    ];
  if (issue.state === "snoozed")
    return [{ key: "s", name: "End the snooze", icon: Undo2, act: () => change({ action: "wake" }, "No longer snoozed.") }];
  if (issue.state === "fixed")
    return issue.fixedBy === "person"
      ? [{ key: "f", name: "Not fixed", icon: Undo2, act: () => change({ action: "undo" }, "Open again.") }]
      : [];
  const fixed = "Marked as fixed. The next crawl looks if it is.";
  const offers: Offer[] = [
    { key: "f", name: "Mark as fixed", icon: Check, act: () => change({ action: "mark-fixed" }, fixed) },
    { key: "i", name: "Ignore", icon: EyeOff, act: () => change({ action: "ignore" }, "Ignored.") },
  ];
  if (issue.check === "spelling") offers.splice(1, 0, { key: "d", name: "Add to dictionary", icon: BookPlus, act: addWord });
  return offers;
}

/** Presses the button that copies the corrected sentence, so that it also shows that it did. */
function copyCorrection(): void {
  document.querySelector<HTMLElement>("[data-copy] button")?.click();
}
