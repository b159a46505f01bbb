import { ShieldAlert, ShieldCheck } from "lucide-react";
import { LocalTime } from "#app/_components/local-time.tsx";
import { EVENT_WORDS } from "#app/_lib/security-log/event-words.ts";
import type { SecurityEventView } from "#prisma/queries/security/find-security-events.ts";

/** One event of the security log with its time and source. */
export function EventRow({ event }: { event: SecurityEventView }) {
  const { what, alarming } = EVENT_WORDS[event.kind];
  const Icon = alarming ? ShieldAlert : ShieldCheck;
  const from = [event.device, event.network].filter(Boolean).join(", ");
  return (
    <li className="flex gap-3 px-4 py-3">
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${alarming ? "text-warning" : "text-muted"}`} strokeWidth={1.5} />
      <div className="min-w-0 flex-1 sm:flex sm:flex-wrap sm:justify-between sm:gap-x-6">
        <div className="min-w-0">
          <p className="font-medium">{what}</p>
          {event.detail && <p className="text-sm text-muted">{event.detail}</p>}
        </div>
        <p className="text-sm text-muted sm:text-right">
          <LocalTime at={event.at} />
          {from && <span className="block">{from}</span>}
        </p>
      </div>
    </li>
  );
}
