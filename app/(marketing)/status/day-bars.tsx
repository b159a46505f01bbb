import clsx from "clsx";
import { type DayShare, type DayTone, daysInWords, dayTone } from "#worker/core/view/service-days.ts";

const LOOK: Record<DayTone, string> = {
  success: "h-6 bg-success",
  warning: "h-4 bg-warning",
  danger: "h-2.5 bg-danger",
  none: "h-1 bg-control",
};

/** Thirty days of one part of the service as bars, with a sentence that says the same. Height and colour both show trouble. */
export function DayBars({ days, what }: { days: DayShare[]; what: string }) {
  return (
    <div className="mt-4">
      <div aria-hidden className="flex h-6 items-end gap-0.5">
        {days.map(({ day, share }) => (
          <span
            key={day}
            title={`${day}: ${share === null ? "no figures" : `${Math.floor(share * 1_000) / 10}% ${what}`}`}
            className={clsx("min-w-0 flex-1 rounded-sm", LOOK[dayTone(share)])}
          />
        ))}
      </div>
      <p className="mt-1.5 text-sm text-muted">{daysInWords(days, what)}</p>
    </div>
  );
}
