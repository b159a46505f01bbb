"use client";

import { ChevronDown } from "lucide-react";
import { type ComponentProps, lazy, type ReactElement } from "react";
import { Button } from "#app/_components/button.tsx";
import { MenuOnDemand, type MenuOpening } from "#app/_components/menus/menu-on-demand.tsx";
import type { IgnoreChoicesProps } from "./ignore-choices.tsx";

const IgnoreChoices = lazy(async () => ({ default: (await import("./ignore-choices.tsx")).IgnoreChoices }));

type IgnoreMenuProps = Omit<IgnoreChoicesProps, keyof MenuOpening | "trigger"> &
  Partial<MenuOpening> & {
    /** The button that opens the menu; default: “Ignore”. */
    trigger?: ReactElement<ComponentProps<"button">>;
  };

const BUTTON = (
  <Button size="small" variant="quiet">
    Ignore <ChevronDown aria-hidden className="size-4" />
  </Button>
);

/** A button that opens the menu of what can be ignored because of one issue. */
export function IgnoreMenu({ trigger = BUTTON, open, onOpenChange, ...choices }: IgnoreMenuProps) {
  return (
    <MenuOnDemand trigger={trigger} open={open} onOpenChange={onOpenChange}>
      {(opening) => <IgnoreChoices {...choices} {...opening} trigger={trigger} />}
    </MenuOnDemand>
  );
}
