import clsx from "clsx";
import type { ReactNode } from "react";
import { PageLink } from "#app/_components/page-link.tsx";
import { CHECK_IDS, CHECK_KINDS } from "#worker/core/checks/check-kinds.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import type { ListCounts } from "#worker/core/view/issues/issue-list-counts.ts";
import { type IssueListQuery, LIST_STATES } from "#worker/core/view/issues/issue-list-query.ts";
import { STATE_NAMES } from "./filter-words.ts";
import type { ListHrefs } from "./list-filters.ts";

type ChoicesProps = { query: IssueListQuery; counts: ListCounts | null; hrefOf: ListHrefs };

/** Links to the list of each check, with its number of issues. */
export function CheckChoices({ query, counts, hrefOf }: ChoicesProps) {
  const countOf = (id: string) => counts?.checks.find(({ check }) => check === id)?.count;
  const all = counts?.checks.reduce((sum, { count }) => sum + count, 0);
  return (
    <Choices label="Filter by check">
      <Choice href={hrefOf({ check: undefined, rule: undefined })} current={!query.check} name="All" count={all} />
      {CHECK_IDS.map((id) => (
        <Choice
          key={id}
          href={hrefOf({ check: id, rule: undefined })}
          current={query.check === id}
          name={CHECK_KINDS[id].heading}
          count={countOf(id)}
        />
      ))}
    </Choices>
  );
}

/** Links to the list of each state. Those that most sites do not have are left out while they are empty. */
export function StateChoices({ query, counts, hrefOf }: ChoicesProps) {
  const { state, confidence } = query;
  const isHints = state === "open" && confidence === "hints";
  const states = LIST_STATES.filter((one) => one === state || ALWAYS.has(one) || (counts?.states[one] ?? 0) > 0);
  const open = hrefOf({ state: "open", confidence: "sure" });
  const hints = hrefOf({ state: "open", confidence: "hints" });
  const hintCount = state === "open" ? counts?.confidences.hints : undefined;
  return (
    <Choices label="Filter by state">
      {states.map((one) =>
        one === "open" ? (
          <Choice
            key={one}
            href={open}
            current={state === one && !isHints}
            name="Open"
            count={isHints ? counts?.confidences.sure : counts?.states.open}
          />
        ) : (
          <Choice
            key={one}
            href={hrefOf({ state: one, confidence: "all" })}
            current={state === one}
            name={STATE_NAMES[one]}
            count={counts?.states[one]}
          />
        ),
      )}
      {(isHints || hintCount === undefined || hintCount > 0) && (
        <Choice href={hints} current={isHints} name="Hints" count={hintCount} />
      )}
    </Choices>
  );
}

const ALWAYS: ReadonlySet<string> = new Set(["open", "ignored", "fixed"]);

function Choices({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className="flex gap-1.5 sm:flex-wrap">{children}</ul>
    </nav>
  );
}

function Choice({ href, current, name, count }: { href: string; current: boolean; name: string; count: number | undefined }) {
  return (
    <li>
      <PageLink
        href={href}
        scroll={false}
        aria-current={current ? "true" : undefined}
        className={clsx(
          "flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-sm whitespace-nowrap -outline-offset-2",
          current ? "border-accent bg-accent-soft font-medium text-accent" : "border-line bg-surface hover:bg-sunken",
        )}
      >
        {name}
        {count !== undefined && <span className={clsx("tabular-nums", !current && "text-muted")}>{formatCount(count)}</span>}
      </PageLink>
    </li>
  );
}
