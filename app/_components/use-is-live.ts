"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Returns true once scripts run on the page; false on the server. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
