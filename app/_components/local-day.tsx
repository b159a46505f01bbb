"use client";

import { useSyncExternalStore } from "react";

const STYLES = { day: { day: "numeric", month: "short" }, month: { month: "short", year: "numeric" } } as const;
const never = () => () => undefined;

/** A day or a month in the reader's date format, as bare text that may stand in SVG; in UTC until the page has hydrated. */
export function LocalDay({ at, style = "day" }: { at: Date; style?: keyof typeof STYLES }) {
  return useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat(navigator.language, STYLES[style]).format(at),
    () => new Intl.DateTimeFormat("en-GB", { ...STYLES[style], timeZone: "UTC" }).format(at),
  );
}
