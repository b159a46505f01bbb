import type { Billing } from "#prisma/queries/teams/find-billing.ts";
import { PLANS } from "#worker/core/plans.ts";

/** The number of active sites within the Plan, and of paused ones. */
export function Usage({ billing }: { billing: Billing }) {
  const limit = PLANS[billing.plan].sites;
  const { active, pausedByPlan, pausedByOwner } = billing.sites;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <span id="usage-sites" className="font-medium">
          Active sites
        </span>
        <span className="text-muted tabular-nums">
          {active} of {limit}
        </span>
      </div>
      <meter aria-labelledby="usage-sites" className="sr-only" min={0} max={limit} value={active} />
      <div aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
        <div className="h-full rounded-full bg-accent" style={{ width: `${Math.min(100, (100 * active) / limit)}%` }} />
      </div>
      {pausedByPlan > 0 && (
        <p className="text-sm text-warning">
          {pausedByPlan === 1 ? "1 site is" : `${pausedByPlan} sites are`} paused because your plan includes {limit}. We deleted
          nothing.
        </p>
      )}
      {pausedByOwner > 0 && <p className="text-sm text-muted">You paused {pausedByOwner}.</p>}
    </div>
  );
}
