"use client";

import { UserRound } from "lucide-react";
import { type ComponentProps, lazy, type ReactElement } from "react";
import { Button } from "#app/_components/button.tsx";
import { MenuOnDemand, type MenuOpening } from "#app/_components/menus/menu-on-demand.tsx";
import type { AssignChoicesProps } from "./assign-choices.tsx";

const AssignChoices = lazy(async () => ({ default: (await import("./assign-choices.tsx")).AssignChoices }));

type AssignMenuProps = Omit<AssignChoicesProps, keyof MenuOpening | "trigger"> &
  Partial<MenuOpening> & {
    /** The button that opens the menu; default: “Assign”. */
    trigger?: ReactElement<ComponentProps<"button">>;
  };

const BUTTON = (
  <Button size="small" variant="quiet">
    <UserRound aria-hidden className="size-4" /> Assign
  </Button>
);

/** A button that opens the menu of members to assign issues to. */
export function AssignMenu({ trigger = BUTTON, open, onOpenChange, ...choices }: AssignMenuProps) {
  return (
    <MenuOnDemand trigger={trigger} open={open} onOpenChange={onOpenChange}>
      {(opening) => <AssignChoices {...choices} {...opening} trigger={trigger} />}
    </MenuOnDemand>
  );
}
