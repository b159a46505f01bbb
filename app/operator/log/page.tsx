import { History } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { Pagination } from "#app/_components/pagination.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { requireOperator } from "#app/_lib/session/operator.ts";
import type { OperatorAction } from "#prisma/generated/client.ts";
import { findOperatorLog } from "#prisma/queries/operating/find-operator-log.ts";
import { operatorActionWords } from "#worker/core/operating/operator-action.ts";

export const metadata: Metadata = { title: "Log" };

const PAGE_SIZE = 50;
const query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** Lists what operators did, newest first. */
export default async function OperatorLogPage({ searchParams }: PageQuery) {
  await requireOperator("operator.see");
  const { page } = query.parse(await searchParams);
  const { entries, total } = await findOperatorLog(getDatabase(), { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
  return (
    <>
      <PageHeader title="Log">What operators did, newest first. Entries can be neither changed nor deleted here.</PageHeader>
      {entries.length === 0 ? (
        <EmptyState icon={History} title={total === 0 ? "Nothing yet" : "There is no such page"}>
          {total === 0 ? "Looks into teams, pauses, switches and incidents will be listed here." : "The log is not that long."}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pageSize={PAGE_SIZE}
        total={entries.length === 0 ? 0 : total}
        hrefOf={(wanted) => `/operator/log?page=${wanted}`}
        label="Pages of the log"
      />
    </>
  );
}

function Entry({ entry: { operator, kind, teamId, at, reason, ...facts } }: { entry: OperatorAction }) {
  return (
    <li className="px-4 py-3 sm:flex sm:justify-between sm:gap-x-6">
      <div className="min-w-0 break-words">
        <p>
          <span className="font-medium">{operator}</span> {operatorActionWords(kind, facts)}
        </p>
        {reason && <p className="text-sm text-muted">Reason: {reason}</p>}
        {teamId && (
          <PageLink href={`/operator/teams/${teamId}`} className="text-sm text-link">
            Open the team
          </PageLink>
        )}
      </div>
      <p className="shrink-0 text-sm text-muted sm:text-right">
        <LocalTime at={at} />
      </p>
    </li>
  );
}
