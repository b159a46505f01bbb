"use client";

import Link from "next/link";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import { formatCount, plural } from "#worker/core/text/plural.ts";
import { IssueItem } from "./issue-item.tsx";
import { useIssueSelection } from "./issue-selection.tsx";

type IssueSectionProps = {
  siteId: string;
  title: string;
  issues: IssueView[];
  /** The number of all, on every page of the list. */
  total: number;
  canChange: boolean;
  /** Address of the full list, if this is only its beginning. */
  moreHref?: string;
};

/** The issues of one check, with a checkbox that selects all shown. */
export function IssueSection({ siteId, title, issues, total, canChange, moreHref }: IssueSectionProps) {
  if (issues.length === 0) return null;
  return (
    <section className="overflow-hidden rounded-card border border-line bg-surface">
      <header className="flex min-h-11 items-center gap-3 border-b border-line bg-sunken px-4 py-2 sm:px-5">
        {canChange && <SelectAll title={title} ids={issues.map((issue) => issue.id)} />}
        <h2 className="font-semibold">
          {title} <span className="ml-1 font-normal text-muted tabular-nums">{formatCount(total)}</span>
        </h2>
      </header>
      <ul className="divide-y divide-line">
        {issues.map((issue) => (
          <IssueItem key={issue.id} siteId={siteId} issue={issue} canChange={canChange} />
        ))}
      </ul>
      {moreHref && total > issues.length && (
        <p className="border-t border-line px-4 py-3 sm:px-5">
          <Link href={moreHref} className="text-link">
            Show the other {plural(total - issues.length, "issue")}
          </Link>
        </p>
      )}
    </section>
  );
}

function SelectAll({ title, ids }: { title: string; ids: string[] }) {
  const { selected, setAll } = useIssueSelection();
  const count = ids.filter((id) => selected.has(id)).length;
  return (
    <input
      type="checkbox"
      className="size-4 shrink-0"
      aria-label={`Select all on show under ${title}`}
      checked={count === ids.length}
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && count < ids.length;
      }}
      onChange={(event) => setAll(ids, event.target.checked)}
    />
  );
}
