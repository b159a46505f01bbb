import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { Card, CardHeader } from "#app/_components/card.tsx";
import { EmptyState } from "#app/_components/empty-state.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { getDatabase } from "#app/_lib/database.ts";
import { requireOperator } from "#app/_lib/session/operator.ts";
import { findIncidents } from "#prisma/queries/operating/find-incidents.ts";
import { AnnounceForm } from "./announce-form.tsx";
import { IncidentForms } from "./incident-forms.tsx";

export const metadata: Metadata = { title: "Incidents" };

/** Announces incidents on the public status page, and ends them. */
export default async function IncidentsPage() {
  await requireOperator("operator.see");
  const now = new Date();
  const incidents = await findIncidents(getDatabase(), now);
  return (
    <>
      <PageHeader title="Incidents">Everyone reads them on the status page, for 30 days after their end.</PageHeader>
      <div className="flex flex-col gap-6">
        <Card>
          <CardHeader title="Announce an incident or planned work" />
          <AnnounceForm />
        </Card>
        {incidents.length === 0 ? (
          <EmptyState icon={CircleCheck} title="No incidents">
            There was none in the last 30 days.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line rounded-card border border-line bg-surface">
            {incidents.map(({ id, text, startsAt, endsAt }) => (
              <li key={id} className="flex flex-col gap-2 px-4 py-4">
                <p className="break-words whitespace-pre-line">{text}</p>
                <p className="text-sm text-muted">
                  From <LocalTime at={startsAt} /> {endsAt ? "until " : "and not over yet"}
                  {endsAt && <LocalTime at={endsAt} />}
                </p>
                <IncidentForms incidentId={id} text={text} isOver={endsAt !== null && endsAt <= now} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
