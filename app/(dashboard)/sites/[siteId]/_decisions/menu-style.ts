/** Classes of a menu's box and of its entries. */
export const MENU_BOX =
  "z-40 max-h-[var(--radix-popper-available-height)] w-72 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-card border border-line bg-surface p-1.5 shadow-raised";
export const MENU_ENTRY =
  "flex min-h-9 w-full items-center justify-between gap-3 rounded-control px-3 py-1.5 text-left outline-none select-none data-[highlighted]:bg-sunken";
export const MENU_HINT = "text-sm text-muted";
