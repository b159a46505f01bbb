import { findAnything } from "#prisma/queries/operating/find-anything.ts";
import { findBacklog } from "#prisma/queries/operating/find-backlog.ts";
import { findBusinessFigures } from "#prisma/queries/operating/find-business-figures.ts";
import { findCostlySites } from "#prisma/queries/operating/find-costly-sites.ts";
import { findDayFigures } from "#prisma/queries/operating/find-day-figures.ts";
import { findFailingSites } from "#prisma/queries/operating/find-failing-sites.ts";
import { findTeamForOperator } from "#prisma/queries/operating/find-team-for-operator.ts";
import { findServiceFacts } from "#prisma/queries/status/find-service-facts.ts";
import { findServiceStatus } from "#prisma/queries/status/find-service-status.ts";
import { findWorkState } from "#prisma/queries/status/find-work-state.ts";
import { isFleetCutOff } from "#prisma/queries/status/is-fleet-cut-off.ts";
import { recordServiceDays } from "#prisma/queries/status/service-days.ts";
import type { PageLoad } from "./page-loads.ts";

/** Returns what operators, the status page and the monitoring read. */
export function serviceLoads({ teamId, now }: { teamId: string; now: Date }): PageLoad[] {
  return [
    {
      name: "operators: overview",
      load: (db) =>
        Promise.all([findBusinessFigures(db, now), findBacklog(db, now), findFailingSites(db), findCostlySites(db, now)]),
    },
    { name: "operators: team", load: (db) => findTeamForOperator(db, { teamId, now }) },
    { name: "operators: search", load: (db) => findAnything(db, "site12") },
    {
      name: "operators: report of a day",
      load: (db) => findDayFigures(db, { from: new Date(now.getTime() - 86_400_000), until: now }),
    },
    { name: "status page", load: (db) => findServiceStatus(db, now) },
    { name: "readiness", load: (db) => Promise.all([findWorkState(db, now), isFleetCutOff(db, now)]) },
    { name: "monitoring", load: (db) => findServiceFacts(db, now) },
    { name: "service days", load: (db) => recordServiceDays(db, now) },
  ];
}
