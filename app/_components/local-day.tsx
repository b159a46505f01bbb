"use client";

import { useSyncExternalStore } from "react";

const STYLES = { day: { day: "numeric", month: "short" }, month: { month: "short", year: "numeric" } } as const;
/** Made once: a chart has many days. */
const IN_UTC = {
  day: new Intl.DateTimeFormat("en-GB", { ...STYLES.day, timeZone: "UTC" }),
  month: new Intl.DateTimeFormat("en-GB", { ...STYLES.month, timeZone: "UTC" }),
};
const never = () => () => undefined;

/** A day or a month in the reader's date format, as bare text that may stand in SVG; in UTC until the page has hydrated. */
export function LocalDay({ at, style = "day" }: { at: Date; style?: keyof typeof STYLES }) {
  return useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat(navigator.language, STYLES[style]).format(at),
    () => IN_UTC[style].format(at),
  );
}
