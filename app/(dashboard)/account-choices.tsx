"use client";

import { CreditCard, LogOut, UserRound } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { focusFirstEntry } from "#app/_components/focus-first-entry.ts";
import type { MenuOpening } from "#app/_components/menu-on-demand.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { PlanBadge } from "#app/_components/plan-badge.tsx";
import type { PlanId } from "#worker/core/plans.ts";

const ENTRY = "flex items-center gap-2.5 rounded-control px-3 py-2 outline-none select-none data-[highlighted]:bg-sunken";

export type AccountChoicesProps = MenuOpening & { email: string; plan: PlanId; trigger: ReactNode; onLeave(): void };

/** The entries of the account's menu. */
export function AccountChoices({ email, plan, trigger, onLeave, ...opening }: AccountChoicesProps) {
  return (
    <DropdownMenu.Root modal={false} {...opening}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="z-40 w-64 max-w-[calc(100vw-2rem)] rounded-card border border-line bg-surface p-1.5 shadow-raised"
          onFocus={focusFirstEntry}
        >
          <DropdownMenu.Label className="flex flex-col items-start gap-1 px-3 py-2 text-sm text-muted">
            {email}
            <PlanBadge plan={plan} />
          </DropdownMenu.Label>
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Item asChild>
            <PageLink href="/account" className={ENTRY}>
              <UserRound aria-hidden className="size-4 text-muted" /> Account
            </PageLink>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild>
            <PageLink href="/billing" className={ENTRY}>
              <CreditCard aria-hidden className="size-4 text-muted" /> Plan and billing
            </PageLink>
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Item className={ENTRY} onSelect={onLeave}>
            <LogOut aria-hidden className="size-4 text-muted" /> Sign out
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
