"use client";

import { Braces, ChevronDown, CreditCard, LogOut, MessageSquareShare, UserRound } from "lucide-react";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import { useTransition } from "react";
import { buttonClass } from "#app/_components/button.tsx";
import { PlanBadge } from "#app/_components/plan-badge.tsx";
import { signOutAction } from "#app/_verbs/account/sign-out-action.ts";
import type { PlanId } from "#worker/core/plans.ts";

const ENTRY = "flex items-center gap-2.5 rounded-control px-3 py-2 outline-none select-none data-[highlighted]:bg-sunken";

/** The menu with the signed-in person's address, account and plan. */
export function AccountMenu({ email, plan }: { email: string; plan: PlanId }) {
  const [leaving, leave] = useTransition();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={buttonClass({ variant: "quiet" }, "max-w-[45vw] -mr-3")} disabled={leaving}>
        <UserRound aria-hidden className="size-4 shrink-0 sm:hidden" />
        <span className="sr-only truncate sm:not-sr-only">{email}</span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="z-40 w-64 max-w-[calc(100vw-2rem)] rounded-card border border-line bg-surface p-1.5 shadow-raised"
        >
          <DropdownMenu.Label className="flex flex-col items-start gap-1 px-3 py-2 text-sm text-muted">
            {email}
            <PlanBadge plan={plan} />
          </DropdownMenu.Label>
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Item asChild>
            <Link href="/account" className={ENTRY}>
              <UserRound aria-hidden className="size-4 text-muted" /> Account
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild>
            <Link href="/channels" className={ENTRY}>
              <MessageSquareShare aria-hidden className="size-4 text-muted" /> Channels
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild>
            <Link href="/api-access" className={ENTRY}>
              <Braces aria-hidden className="size-4 text-muted" /> API
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild>
            <Link href="/billing" className={ENTRY}>
              <CreditCard aria-hidden className="size-4 text-muted" /> Plan and billing
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Item className={ENTRY} onSelect={() => leave(() => signOutAction())}>
            <LogOut aria-hidden className="size-4 text-muted" /> Sign out
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
