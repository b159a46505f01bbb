import { CircleCheck, EyeOff, History } from "lucide-react";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { CHECK_KINDS } from "#worker/core/checks/check-kinds.ts";
import { plural } from "#worker/core/view/plural.ts";
import type { IssueQuery } from "./issue-query.ts";

/** Stands where the issues would: which of the lists is empty, and that this is good news where it is. */
export function NoIssues({ query, pagesRead, paused }: { query: IssueQuery; pagesRead: number; paused: boolean }) {
  const noun = query.check ? CHECK_KINDS[query.check].nouns[1] : "mistakes";
  if (query.state === "open")
    return (
      <EmptyState icon={CircleCheck} title={`${plural(pagesRead, "page")}, 0 ${noun}`}>
        {paused
          ? "Nothing was left to fix when we last read the site."
          : "Nothing to fix. We keep reading and write to you when that changes."}
      </EmptyState>
    );
  if (query.state === "hints") return <EmptyState icon={CircleCheck} title="No hints" />;
  if (query.state === "ignored")
    return (
      <EmptyState icon={EyeOff} title="Nothing is ignored">
        What you choose to ignore is listed here, so that you can change your mind.
      </EmptyState>
    );
  return (
    <EmptyState icon={History} title="Nothing was fixed yet">
      When something that we found is gone from the site, it moves here by itself.
    </EmptyState>
  );
}
