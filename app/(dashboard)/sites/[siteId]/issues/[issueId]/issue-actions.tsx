"use client";

import { BookPlus, Check, EyeOff, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#app/_components/button.tsx";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { useDecisions } from "./use-decisions.ts";

type Props = { siteId: string; issue: Pick<IssueView, "id" | "text" | "check" | "state" | "fixedBy"> };

/** The decisions that a person can take about an issue, by its state, each with its key. */
export function IssueActions({ siteId, issue }: Props) {
  const { busy, change, addWord } = useDecisions(siteId, issue);
  const isSettled = issue.state === "ignored" || issue.state === "snoozed";
  if (isSettled)
    return (
      <Actions busy={busy}>
        <Action onClick={() => change("unignore")} icon={<Undo2 aria-hidden className="size-4" />}>
          Stop ignoring
        </Action>
      </Actions>
    );
  if (issue.state === "fixed") {
    if (issue.fixedBy !== "person") return null;
    return (
      <Actions busy={busy}>
        <Action onClick={() => change("undo")} icon={<Undo2 aria-hidden className="size-4" />}>
          Not fixed
        </Action>
      </Actions>
    );
  }
  return (
    <Actions busy={busy}>
      <Action onClick={() => change("mark-fixed")} icon={<Check aria-hidden className="size-4" />}>
        Mark as fixed
      </Action>
      {issue.check === "spelling" && (
        <Action onClick={addWord} icon={<BookPlus aria-hidden className="size-4" />}>
          Add to dictionary
        </Action>
      )}
      <Action onClick={() => change("ignore")} icon={<EyeOff aria-hidden className="size-4" />}>
        Ignore
      </Action>
    </Actions>
  );
}

function Actions({ busy, children }: { busy: boolean; children: ReactNode }) {
  return (
    <fieldset data-decisions tabIndex={-1} aria-busy={busy} className="flex flex-wrap gap-2 outline-none lg:flex-col">
      <legend className="sr-only">Decide</legend>
      {children}
    </fieldset>
  );
}

function Action({ onClick, icon, children }: { onClick(): void; icon: ReactNode; children: ReactNode }) {
  return (
    <Button size="small" className="lg:justify-start" onClick={onClick}>
      {icon}
      {children}
    </Button>
  );
}
