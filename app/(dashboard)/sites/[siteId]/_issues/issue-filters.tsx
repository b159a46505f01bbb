import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { type IssueCounts, totalOf } from "#prisma/queries/issues/count-issues.ts";
import { CHECK_IDS, CHECK_KINDS } from "#worker/core/checks/check-kinds.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import { ISSUE_GROUPS, type IssueGroup } from "#worker/core/view/issue-groups.ts";
import { type IssueQuery, issuesHref } from "./issue-query.ts";

const GROUP_NAMES: Record<IssueGroup, string> = {
  open: "Open",
  hints: "Hints",
  recurring: "Comes and goes",
  ignored: "Ignored",
  fixed: "Fixed",
};
/** Lists without a filter of their own unless they are shown: most sites have none of them. */
const SELDOM: ReadonlySet<IssueGroup> = new Set(["hints", "recurring"]);

/** Filters of the issue list by check and state. Each choice is an address that can be bookmarked. */
export function IssueFilters({ siteId, counts, query }: { siteId: string; counts: IssueCounts; query: IssueQuery }) {
  const { state, check } = query;
  const groups = ISSUE_GROUPS.filter((group) => group === state || !SELDOM.has(group));
  return (
    <div className="mb-6 flex flex-wrap justify-between gap-x-6 gap-y-3">
      <Choices label="Filter by check">
        <Choice href={issuesHref(siteId, { state })} current={!check} name="All" count={totalOf(counts, state)} />
        {CHECK_IDS.map((id) => (
          <Choice
            key={id}
            href={issuesHref(siteId, { state, check: id })}
            current={check === id}
            name={CHECK_KINDS[id].heading}
            count={counts[state][id]}
          />
        ))}
      </Choices>
      <Choices label="Filter by state">
        {groups.map((group) => (
          <Choice
            key={group}
            href={issuesHref(siteId, { state: group, check })}
            current={state === group}
            name={GROUP_NAMES[group]}
            count={check ? counts[group][check] : totalOf(counts, group)}
          />
        ))}
      </Choices>
    </div>
  );
}

function Choices({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1.5">{children}</ul>
    </nav>
  );
}

function Choice({ href, current, name, count }: { href: string; current: boolean; name: string; count: number }) {
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        aria-current={current ? "true" : undefined}
        className={clsx(
          "flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-sm",
          current ? "border-accent bg-accent-soft font-medium text-accent" : "border-line bg-surface hover:bg-sunken",
        )}
      >
        {name} <span className={clsx("tabular-nums", !current && "text-muted")}>{formatCount(count)}</span>
      </Link>
    </li>
  );
}
