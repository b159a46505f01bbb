import { clockTime, relativeTime } from "#worker/core/view/moments.ts";

/** A time relative to now, with the clock time in the Site's zone as a tooltip. */
export function Moment({ at, now = new Date(), timeZone = "UTC" }: { at: Date; now?: Date; timeZone?: string }) {
  return (
    <time dateTime={at.toISOString()} title={`${clockTime(at, timeZone)} (${timeZone})`}>
      {relativeTime(at, now)}
    </time>
  );
}
