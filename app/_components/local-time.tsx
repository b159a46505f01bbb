"use client";

import { useSyncExternalStore } from "react";

const STYLE = { dateStyle: "medium", timeStyle: "short" } as const;
const never = () => () => undefined;

/** A moment on the reader's own clock and in the way they write dates; until the browser has taken over, in UTC. */
export function LocalTime({ at }: { at: Date }) {
  const words = useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat(navigator.language, STYLE).format(at),
    () => `${new Intl.DateTimeFormat("en-GB", { ...STYLE, timeZone: "UTC" }).format(at)} UTC`,
  );
  return <time dateTime={at.toISOString()}>{words}</time>;
}
