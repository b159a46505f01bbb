"use client";

import { PageLink } from "#app/_components/page-link.tsx";
import type { ListMarks } from "#app/_lib/issue-list/list-marks.ts";
import type { ListedGroup } from "#prisma/queries/issue-list/find-issue-list.ts";
import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";
import { plural } from "#worker/core/text/plural.ts";
import { shownAddress } from "#worker/core/view/shown-address.ts";
import { IssueRow } from "./issue-row.tsx";
import { useListControls } from "./list-controls.ts";

type IssueGroupProps = {
  group: ListedGroup;
  /** Address of the list of all its issues; null if this list has no groups. */
  href: string | null;
  /** Rows that are drawn. Without any, the group is not shown yet. */
  rows: number;
  marks: ListMarks;
  activeId: string | null;
};

/** Rows of issues, under a heading if the list is grouped, with a checkbox that selects all shown. */
export function IssueGroup({ group, href, rows, marks, activeId }: IssueGroupProps) {
  const { canChange } = useListControls();
  const issues = group.issues.filter(({ id }) => !marks.leaving.has(id));
  const [first] = issues;
  if (!first || rows === 0) return null;
  const title = href === null ? null : titleOf(href, first);
  const ids = issues.map(({ id }) => id);
  const more = group.count - group.issues.length;
  return (
    <section className="overflow-hidden rounded-card border border-line bg-surface">
      {(canChange || title) && (
        <header className="flex min-h-9 items-center gap-3 border-b border-line bg-sunken px-3 py-1.5 sm:px-4">
          {canChange && <SelectAll name={title ?? "all on this page"} ids={ids} />}
          {title ? (
            <h2 className="min-w-0 truncate font-semibold">
              {title} <span className="ml-1 text-sm font-normal text-muted">{spreadOf(group)}</span>
            </h2>
          ) : (
            <span className="text-sm text-muted">Select all on this page</span>
          )}
        </header>
      )}
      <ul className="divide-y divide-line">
        {issues.slice(0, rows).map((issue) => (
          <IssueRow
            key={issue.id}
            issue={issue}
            isActive={issue.id === activeId}
            refusal={marks.refused.get(issue.id) ?? null}
            assigneeId={marks.assigned.has(issue.id) ? (marks.assigned.get(issue.id)?.userId ?? null) : issue.assigneeId}
          />
        ))}
      </ul>
      {href !== null && more > 0 && (
        <p className="border-t border-line px-4 py-2 text-sm">
          <PageLink href={href} className="text-link">
            Show {plural(more, "more issue")}
          </PageLink>
        </p>
      )}
    </section>
  );
}

/** A group of one mistake is named by it, a group of one page by that. */
function titleOf(href: string, { check, text, page }: ListedIssue): string {
  if (!href.includes("mistake=")) return page === null ? "No longer on the site" : shownAddress(page.url);
  return check === "links" ? shownAddress(text) : text;
}

function spreadOf({ count, sites, pages }: ListedGroup): string {
  const parts = [plural(count, "issue"), ...(sites > 1 ? [`on ${plural(sites, "site")}`] : [])];
  return `${parts.join(" ")}, ${plural(pages, "place")}`;
}

function SelectAll({ name, ids }: { name: string; ids: readonly string[] }) {
  const { isSelected, setSelected } = useListControls();
  const count = ids.filter(isSelected).length;
  return (
    <input
      type="checkbox"
      className="size-4 shrink-0"
      aria-label={`Select ${name}`}
      checked={count === ids.length}
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && count < ids.length;
      }}
      onChange={(event) => setSelected(ids, event.target.checked)}
    />
  );
}
