import type { FocusEvent } from "react";

/**
 * Moves the focus from a menu to its first entry if it was opened by a key. Radix does so only for menus that were set up before the
 * key was pressed, and ours are not (see `MenuOnDemand`).
 */
export function focusFirstEntry(event: FocusEvent<HTMLElement>): void {
  const menu = event.currentTarget;
  if (event.target !== menu || !menu.matches(":focus-visible")) return;
  event.preventDefault();
  menu.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus();
}
