"use client";

import { useSyncExternalStore } from "react";

const STYLE = { dateStyle: "medium", timeStyle: "short" } as const;
const never = () => () => undefined;

/** A time in the reader's own time zone and date format; in UTC until the browser has hydrated the page. */
export function LocalTime({ at }: { at: Date }) {
  const words = useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat(navigator.language, STYLE).format(at),
    () => `${new Intl.DateTimeFormat("en-GB", { ...STYLE, timeZone: "UTC" }).format(at)} UTC`,
  );
  return <time dateTime={at.toISOString()}>{words}</time>;
}
