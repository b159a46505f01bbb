"use client";

import * as DropdownMenu from "@radix-ui/react-dropdown-menu";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { focusFirstEntry } from "#app/_components/menus/focus-first-entry.ts";
import type { MemberView } from "#prisma/queries/teams/find-members.ts";
import { assignable } from "#worker/core/people/assignable.ts";
import { MENU_BOX, MENU_ENTRY, MENU_HINT } from "./menu-style.ts";

export type AssignChoicesProps = {
  members: readonly MemberView[];
  /** The sites of the issues: people who do not see all of them are not offered. */
  siteIds: readonly string[];
  /** The signed-in member, who comes first. */
  ownUserId: string;
  /** Whom the issue is assigned to now; undefined: several issues. */
  assigneeId?: string | null;
  onChoose(userId: string | null): void;
  open: boolean;
  onOpenChange(open: boolean): void;
  /** The button that opens the menu. */
  trigger: ReactNode;
};

/** A menu of the team's members, to assign issues to one. Typing the first letters of a name finds it. */
export function AssignChoices({ members, siteIds, ownUserId, assigneeId, onChoose, trigger, ...opening }: AssignChoicesProps) {
  const offered = assignable(members, siteIds);
  const own = offered.filter(({ userId }) => userId === ownUserId);
  const others = offered.filter(({ userId }) => userId !== ownUserId);
  return (
    <DropdownMenu.Root modal={false} {...opening}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="start" sideOffset={4} collisionPadding={8} className={MENU_BOX} onFocus={focusFirstEntry}>
          <DropdownMenu.Label className={`px-3 py-1.5 ${MENU_HINT}`}>Assign to</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={assigneeId === null ? "" : (assigneeId ?? "several")}
            onValueChange={(userId) => onChoose(userId === "" ? null : userId)}
          >
            {[...own, ...others].map(({ userId, name }) => (
              <Entry key={userId} value={userId}>
                <span className="min-w-0 truncate">
                  {name}
                  {userId === ownUserId && <span className={MENU_HINT}> (you)</span>}
                </span>
              </Entry>
            ))}
            <DropdownMenu.Separator className="my-1 h-px bg-line" />
            <Entry value="">No one</Entry>
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Entry({ value, children }: { value: string; children: ReactNode }) {
  return (
    <DropdownMenu.RadioItem value={value} className={MENU_ENTRY}>
      {children}
      <DropdownMenu.ItemIndicator>
        <Check aria-hidden className="size-4 text-accent" />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.RadioItem>
  );
}
