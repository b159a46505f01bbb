import clsx from "clsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { CHECK_KINDS, type CheckId } from "#worker/core/checks/check-kinds.ts";
import { formatCount } from "#worker/core/text/plural.ts";
import type { ListCounts } from "#worker/core/view/issues/issue-list-counts.ts";

type CheckLinksProps = {
  counts: ListCounts | null;
  current: CheckId | undefined;
  hrefOf(check: CheckId | undefined): string;
};

/** Links to the issues of each kind of check, with their numbers. */
export function CheckLinks({ counts, current, hrefOf }: CheckLinksProps) {
  const checks = counts?.checks ?? [];
  const all = checks.reduce((sum, { count }) => sum + count, 0);
  const choices: { check: CheckId | undefined; label: string; count: number }[] = [
    { check: undefined, label: "All", count: all },
    ...checks
      .filter(({ check, count }) => count > 0 || check === current)
      .map(({ check, count }) => ({ check, label: CHECK_KINDS[check].heading, count })),
  ];
  return (
    <nav aria-label="Filter by check" className="mb-4">
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ check, label, count }) => (
          <li key={label}>
            <PageLink
              href={hrefOf(check)}
              aria-current={check === current ? "true" : undefined}
              className={clsx(
                "flex min-h-9 items-center gap-1.5 rounded-full border px-3",
                check === current ? "border-accent bg-accent-soft font-medium text-accent" : "border-control hover:bg-sunken",
              )}
            >
              {label} <span className="tabular-nums">{formatCount(count)}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
