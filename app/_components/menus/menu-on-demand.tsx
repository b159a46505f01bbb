"use client";

import { type ComponentProps, cloneElement, type ReactElement, type ReactNode, Suspense, useState } from "react";

export type MenuOpening = { open: boolean; onOpenChange(open: boolean): void };

type MenuOnDemandProps = Partial<MenuOpening> & {
  /** The button that opens the menu. */
  trigger: ReactElement<ComponentProps<"button">>;
  /** Value of `aria-haspopup`. */
  kind?: "menu" | "dialog";
  /** Renders the menu, a lazy component, with its trigger. */
  children(opening: MenuOpening): ReactNode;
};

/**
 * Renders only the button of a menu until it is first opened. A list has three menus in each row: to set all of them up, and to load
 * their code, would make the page slow to answer.
 */
export function MenuOnDemand({ open, onOpenChange, trigger, kind = "menu", children }: MenuOnDemandProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const isOpen = open ?? ownOpen;
  const setOpen = onOpenChange ?? setOwnOpen;
  if (isOpen && !wasOpened) setWasOpened(true);
  const button = cloneElement(trigger, {
    "aria-haspopup": kind,
    "aria-expanded": isOpen,
    onClick: () => setOpen(true),
    onKeyDown: (event) => {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      setOpen(true);
    },
  });
  if (!wasOpened) return button;
  return <Suspense fallback={button}>{children({ open: isOpen, onOpenChange: setOpen })}</Suspense>;
}
