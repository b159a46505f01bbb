import { clockTime, relativeTime } from "#worker/core/view/moments.ts";

/** A moment as a distance from now, with the clock time of the Site's zone for whoever points at it or reads it out. */
export function Moment({ at, now = new Date(), timeZone = "UTC" }: { at: Date; now?: Date; timeZone?: string }) {
  return (
    <time dateTime={at.toISOString()} title={`${clockTime(at, timeZone)} (${timeZone})`}>
      {relativeTime(at, now)}
    </time>
  );
}
