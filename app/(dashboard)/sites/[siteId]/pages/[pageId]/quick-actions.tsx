"use client";

import { Check, EyeOff } from "lucide-react";
import { Button } from "#app/_components/button.tsx";
import { useDecisions } from "../../issues/[issueId]/use-decisions.ts";

/** The two decisions that most issues of a page need. Screen readers hear each with the issue's text. */
export function QuickActions({ siteId, issueId, text }: { siteId: string; issueId: string; text: string }) {
  const { busy, change } = useDecisions({ siteId, issueId, text });
  return (
    <span className="ml-auto flex" aria-busy={busy}>
      <Button
        size="small"
        variant="quiet"
        className="!px-2 text-muted hover:text-ink"
        title="Ignore"
        onClick={() => change({ action: "ignore" }, `Ignored: ${text}.`)}
      >
        <EyeOff aria-hidden className="size-4" />
        <span className="sr-only">Ignore “{text}”</span>
      </Button>
      <Button
        size="small"
        variant="quiet"
        className="!px-2 text-muted hover:text-ink"
        title="Mark as fixed"
        onClick={() => change({ action: "mark-fixed" }, `Marked as fixed: ${text}.`)}
      >
        <Check aria-hidden className="size-4" />
        <span className="sr-only">Mark “{text}” as fixed</span>
      </Button>
    </span>
  );
}
