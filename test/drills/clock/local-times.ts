const MINUTE_MS = 60_000;

/** A local day ("2026-03-29") and time of day ("02:10") in a time zone. */
export type LocalTime = { timeZone: string; day: string; time: string };

/**
 * Returns the first moment at which a clock on the wall shows this time, or a later one of that day if it skips it. It looks at each minute, so that it
 * has nothing in common with how the product computes it.
 */
export function firstMoment({ timeZone, day, time }: LocalTime): Date {
  const show = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  const wanted = `${day} ${time}`;
  const from = Date.parse(`${day}T00:00:00Z`) - 15 * 60 * MINUTE_MS;
  for (let minute = 0; minute < 48 * 60; minute += 1) {
    const moment = new Date(from + minute * MINUTE_MS);
    if (show.format(moment) >= wanted) return moment;
  }
  throw new Error(`${timeZone} has no ${wanted}.`);
}

/** Returns the local day of a moment. */
export function dayIn(timeZone: string, moment: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(moment);
}
