"use client";

import { useSyncExternalStore } from "react";

const STYLE = { dateStyle: "medium", timeStyle: "short" } as const;
/** Made once: a list has a hundred times. */
const IN_UTC = new Intl.DateTimeFormat("en-GB", { ...STYLE, timeZone: "UTC" });
const never = () => () => undefined;

/** A time in the reader's own time zone and date format; in UTC until the browser has hydrated the page. */
export function LocalTime({ at }: { at: Date }) {
  const words = useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat(navigator.language, STYLE).format(at),
    () => `${IN_UTC.format(at)} UTC`,
  );
  return <time dateTime={at.toISOString()}>{words}</time>;
}
