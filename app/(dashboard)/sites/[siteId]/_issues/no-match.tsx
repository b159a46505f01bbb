import { CircleCheck, EyeOff, History, SearchX } from "lucide-react";
import { ButtonLink } from "#app/_components/button.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { CHECK_KINDS } from "#worker/core/checks/check-kinds.ts";
import { plural } from "#worker/core/text/plural.ts";
import type { IssueListQuery } from "#worker/core/view/issues/issue-list-query.ts";

type NoMatchProps = {
  query: IssueListQuery;
  basePath: string /** Null: of several sites. */;
  pagesRead: number | null;
  paused: boolean;
};

/** Shown instead of an empty list: that there is nothing to do, or that the filters leave nothing. */
export function NoMatch({ query, basePath, pagesRead, paused }: NoMatchProps) {
  const { q, check, rule, section, pageId, age, assignee, mistake, site, state, confidence, page } = query;
  const isNarrowed =
    [rule, section, pageId, age, assignee, mistake, site].some((one) => one !== undefined) || q !== "" || page > 1;
  if (isNarrowed)
    return (
      <EmptyState
        icon={SearchX}
        title="No issue matches"
        action={<ButtonLink href={basePath}>Clear search and filters</ButtonLink>}
      >
        Remove a filter, or search for fewer words.
      </EmptyState>
    );
  if (state === "open" && confidence === "hints") return <EmptyState icon={CircleCheck} title="No hints" />;
  const none = `0 ${check ? CHECK_KINDS[check].nouns[1] : "issues"}`;
  if (state === "open")
    return (
      <EmptyState icon={CircleCheck} title={pagesRead === null ? none : `${plural(pagesRead, "page")}, ${none}`}>
        {paused
          ? "There was nothing to fix when we last read the site."
          : "Nothing to fix. We read every day and write to you when that changes."}
      </EmptyState>
    );
  if (state === "recurring") return <EmptyState icon={CircleCheck} title="Nothing comes and goes" />;
  if (state === "snoozed") return <EmptyState icon={CircleCheck} title="Nothing is snoozed" />;
  if (state === "ignored")
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
