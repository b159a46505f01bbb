import clsx from "clsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { BILLING_PERIODS, type BillingPeriod } from "#worker/core/plans.ts";

const LABELS: Record<BillingPeriod, string> = { month: "Monthly", year: "Yearly, two months free" };

/** Links that show the prices for a month or for a year. They work without JavaScript. */
export function PeriodChoice({ shown }: { shown: BillingPeriod }) {
  return (
    <nav aria-label="Billing period" className="flex gap-1 rounded-control bg-sunken p-1 text-sm">
      {BILLING_PERIODS.map((period) => (
        <PageLink
          key={period}
          href={`/billing?period=${period}`}
          replace
          scroll={false}
          aria-current={period === shown ? "true" : undefined}
          className={clsx(
            "rounded-control border px-3 py-1.5",
            period === shown ? "border-control bg-surface font-medium" : "border-transparent text-muted hover:text-ink",
          )}
        >
          {LABELS[period]}
        </PageLink>
      ))}
    </nav>
  );
}
