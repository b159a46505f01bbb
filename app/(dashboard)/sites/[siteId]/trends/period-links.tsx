import clsx from "clsx";
import { PageLink } from "#app/_components/page-link.tsx";

const PERIODS = [
  { period: "month", label: "Last 30 days" },
  { period: "year", label: "Last 12 months" },
] as const;

/** Chooses the time that the charts show. */
export function PeriodLinks({ path, period }: { path: string; period: "month" | "year" }) {
  return (
    <nav aria-label="Time shown" className="mb-4">
      <ul className="flex flex-wrap gap-1">
        {PERIODS.map((each) => (
          <li key={each.period}>
            <PageLink
              href={each.period === "month" ? path : `${path}?period=${each.period}`}
              aria-current={each.period === period ? "true" : undefined}
              className={clsx(
                "flex min-h-10 items-center rounded-control px-3",
                each.period === period ? "bg-accent-soft font-medium text-accent" : "text-muted hover:bg-sunken hover:text-ink",
              )}
            >
              {each.label}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
