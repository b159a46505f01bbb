"use client";

import { Clock } from "lucide-react";
import { type ComponentProps, lazy, type ReactElement } from "react";
import { Button } from "#app/_components/button.tsx";
import { MenuOnDemand, type MenuOpening } from "#app/_components/menus/menu-on-demand.tsx";
import type { SnoozeChoicesProps } from "./snooze-choices.tsx";

const SnoozeChoices = lazy(async () => ({ default: (await import("./snooze-choices.tsx")).SnoozeChoices }));

type SnoozeMenuProps = Omit<SnoozeChoicesProps, keyof MenuOpening | "trigger"> &
  Partial<MenuOpening> & {
    /** The button that opens the menu; default: “Snooze”. */
    trigger?: ReactElement<ComponentProps<"button">>;
  };

const BUTTON = (
  <Button size="small" variant="quiet">
    <Clock aria-hidden className="size-4" /> Snooze
  </Button>
);

/** A button that opens the menu of times until which issues can be snoozed. */
export function SnoozeMenu({ trigger = BUTTON, open, onOpenChange, ...choices }: SnoozeMenuProps) {
  return (
    <MenuOnDemand trigger={trigger} open={open} onOpenChange={onOpenChange} kind="dialog">
      {(opening) => <SnoozeChoices {...choices} {...opening} trigger={trigger} />}
    </MenuOnDemand>
  );
}
