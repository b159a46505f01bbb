import { History } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { CsvLink } from "#app/_components/csv-link.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Pagination } from "#app/_components/pagination.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { requireMember } from "#app/_lib/session/session.ts";
import { findActivity } from "#prisma/queries/people/find-activity.ts";
import { teamOf } from "#worker/core/people/team-scope.ts";
import { PeopleTabs } from "../people-tabs.tsx";
import { ActivityRow } from "./activity-row.tsx";

export const metadata: Metadata = { title: "Activity" };

const PAGE_SIZE = 50;
const query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** Lists what people did in a Team, newest first. */
export default async function ActivityPage({ searchParams }: PageQuery) {
  const { teamId } = await requireMember("activity.see");
  const { page } = query.parse(await searchParams);
  const wanted = { teamId: teamOf(teamId), skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE };
  const { activities, total } = await findActivity(getDatabase(), wanted);
  return (
    <>
      <PageHeader title="Activity">Who did what in your team, newest first, for one year.</PageHeader>
      <PeopleTabs />
      {activities.length === 0 ? (
        <EmptyState icon={History} title={total === 0 ? "Nothing yet" : "There is no such page"}>
          {total === 0
            ? "Decisions about issues, changed settings and changes of the team will be listed here."
            : "The list does not go back that far."}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {activities.map((activity) => (
            <ActivityRow key={activity.id} activity={activity} />
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pageSize={PAGE_SIZE}
        total={activities.length === 0 ? 0 : total}
        hrefOf={(wantedPage) => `/people/activity?page=${wantedPage}`}
        label="Pages of activities"
      />
      {activities.length > 0 && (
        <p className="mt-2">
          <CsvLink href="/people/activity/export" what="all activity" />
        </p>
      )}
    </>
  );
}
