import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { Pagination } from "#app/_components/pagination.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import type { PageQuery } from "#app/_lib/forms/page-query.ts";
import { requireSession } from "#app/_lib/session/session.ts";
import { findSecurityEvents } from "#prisma/queries/security/find-security-events.ts";
import { EventRow } from "./event-row.tsx";

export const metadata: Metadata = { title: "Security log" };

const PAGE_SIZE = 50;
const MAX_PAGE = 10_000;

export default async function SecurityLogPage({ searchParams }: PageQuery) {
  const { userId } = await requireSession();
  const page = readPage((await searchParams).page);
  const wanted = { userId, skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE };
  const { total, events } = await findSecurityEvents(getDatabase(), wanted);
  return (
    <>
      <PageHeader title="Security log">
        What happened in your account, newest first, for one year.{" "}
        <PageLink href="/account" className="text-link">
          Back to your account
        </PageLink>
      </PageHeader>
      {events.length === 0 ? (
        <EmptyState icon={ShieldCheck} title={total === 0 ? "Nothing yet" : "There is no such page"}>
          {total === 0 ? "Sign-ins and changes to your account will be listed here." : "The log does not go back that far."}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {events.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pageSize={PAGE_SIZE}
        total={events.length === 0 ? 0 : total}
        hrefOf={(wantedPage) => `/account/security?page=${wantedPage}`}
        label="Pages of the security log"
      />
    </>
  );
}

/** Returns the page number from the address; 1 if there is none. */
function readPage(value: string | string[] | undefined): number {
  const page = typeof value === "string" && /^\d{1,5}$/.test(value) ? Number(value) : 1;
  return Math.min(Math.max(page, 1), MAX_PAGE);
}
