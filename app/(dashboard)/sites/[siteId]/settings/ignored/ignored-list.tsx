"use client";

import { Undo2 } from "lucide-react";
import { useTransition } from "react";
import { Badge } from "#app/_components/badge.tsx";
import { Button } from "#app/_components/button.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import { changeIssuesAction } from "#app/_verbs/issues/change-issues-action.ts";
import { restoreIgnoredAction } from "#app/_verbs/issues/restore-ignored-action.ts";

/** Something that is ignored: an IgnoreRule or a single Issue, by its id. */
export type IgnoredRow = {
  id: string;
  type: "rule" | "issue";
  kind: string;
  what: string;
  note?: string | undefined;
  by: string;
  at: Date;
};

/** Rows of what is ignored, each with a button that restores it. */
export function IgnoredList({ rows, canChange }: { rows: IgnoredRow[]; canChange: boolean }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
          <div className="min-w-0 flex-1 basis-60">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <Badge>{row.kind}</Badge>
              <span className="min-w-0 break-words">{row.what}</span>
              {row.note && <span className="text-sm text-muted">{row.note}</span>}
            </p>
            <p className="text-sm text-muted">
              by {row.by}, <LocalTime at={row.at} />
            </p>
          </div>
          {canChange && <RestoreButton row={row} />}
        </li>
      ))}
    </ul>
  );
}

function RestoreButton({ row }: { row: IgnoredRow }) {
  const [busy, start] = useTransition();
  const toast = useToast();
  const restore = () =>
    start(async () => {
      const { error } =
        row.type === "rule"
          ? await restoreIgnoredAction({ ignoreRuleId: row.id })
          : await changeIssuesAction({ issueIds: [row.id], change: { action: "unignore" } });
      toast({ words: error ?? "Restored. What is still on the site is in the list again." });
    });
  return (
    <Button size="small" variant="quiet" aria-disabled={busy} className="-mr-2.5" onClick={() => !busy && restore()}>
      <Undo2 aria-hidden className="size-4" />
      <span>
        Restore<span className="sr-only"> {row.what}</span>
      </span>
    </Button>
  );
}
