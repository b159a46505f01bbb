"use client";

import { useEffect } from "react";

/** Runs the function of a key that is pressed alone and outside fields, menus and dialogs. Keys without a function do nothing. */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
      const isElsewhere =
        event.target instanceof Element &&
        event.target.closest("input, textarea, select, [contenteditable], [role=menu], [role=dialog]");
      if (!act || isElsewhere || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKeyDown);
    // Says that keys work from now on: those pressed before are lost.
    document.querySelector("[data-decisions]")?.setAttribute("data-keys", "on");
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [keys]);
}
