"use client";

import { useSyncExternalStore } from "react";

const neverChanges = () => () => undefined;
const read = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The browser's time zone as a hidden field, so that the daily hour is the owner's local time. UTC without JavaScript. */
export function BrowserTimeZone() {
  const timeZone = useSyncExternalStore(neverChanges, read, () => "UTC");
  return <input type="hidden" name="timeZone" value={timeZone} readOnly />;
}
