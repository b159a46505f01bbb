import { CircleCheck, EyeOff, History } from "lucide-react";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { CHECK_KINDS } from "#worker/core/checks/check-kinds.ts";
import { plural } from "#worker/core/text/plural.ts";
import type { IssueQuery } from "./issue-query.ts";

/** Shown instead of an empty list, with words for its filter. */
export function NoIssues({ query, pagesRead, paused }: { query: IssueQuery; pagesRead: number; paused: boolean }) {
  const noun = query.check ? CHECK_KINDS[query.check].nouns[1] : "issues";
  if (query.state === "open")
    return (
      <EmptyState icon={CircleCheck} title={`${plural(pagesRead, "page")}, 0 ${noun}`}>
        {paused
          ? "There was nothing to fix when we last read the site."
          : "Nothing to fix. We read the site every day and write to you when that changes."}
      </EmptyState>
    );
  if (query.state === "recurring") return <EmptyState icon={CircleCheck} title="Nothing comes and goes" />;
  if (query.state === "hints") return <EmptyState icon={CircleCheck} title="No hints" />;
  if (query.state === "ignored")
    return (
      <EmptyState icon={EyeOff} title="Nothing is ignored">
        Issues that you ignore are listed here, so you can change your mind.
      </EmptyState>
    );
  return (
    <EmptyState icon={History} title="Nothing is fixed yet">
      When an issue is gone from the site, we move it here.
    </EmptyState>
  );
}
