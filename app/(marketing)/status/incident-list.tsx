import { Badge } from "#app/_components/badge.tsx";
import { LocalTime } from "#app/_components/local-time.tsx";
import type { Incident } from "#prisma/generated/client.ts";

/** Incidents that the operators announced: those that go on or are to come, and those of the last 30 days. */
export function IncidentList({ incidents, now }: { incidents: Incident[]; now: Date }) {
  if (incidents.length === 0) return <p className="text-muted">There was no incident in the last 30 days.</p>;
  return (
    <ul className="list-none! gap-0! divide-y divide-line rounded-card border border-line bg-surface pl-0!">
      {incidents.map(({ id, text, startsAt, endsAt }) => (
        <li key={id} className="px-5 py-4">
          <p className="whitespace-pre-line break-words">{text}</p>
          <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm text-muted">
            {startsAt > now && <Badge tone="accent">Planned</Badge>}
            {startsAt <= now && (endsAt === null || endsAt > now) && <Badge tone="warning">Goes on</Badge>}
            <span>
              From <LocalTime at={startsAt} />
              {endsAt && (
                <>
                  {" "}
                  until <LocalTime at={endsAt} />
                </>
              )}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
