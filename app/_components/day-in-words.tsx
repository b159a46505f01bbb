const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** A day in UTC, as Stripe counts it and as our mails write it. */
export function DayInWords({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{dayFormat.format(at)}</time>;
}
