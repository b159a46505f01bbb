"use client";

import { ChevronDown, UserRound } from "lucide-react";
import { lazy, useTransition } from "react";
import { Button } from "#app/_components/button.tsx";
import { MenuOnDemand } from "#app/_components/menu-on-demand.tsx";
import { signOutAction } from "#app/_verbs/account/sign-out-action.ts";
import type { PlanId } from "#worker/core/plans.ts";

const AccountChoices = lazy(async () => ({ default: (await import("./account-choices.tsx")).AccountChoices }));

/** The menu with the signed-in person's address, account and plan. */
export function AccountMenu({ email, plan }: { email: string; plan: PlanId }) {
  const [leaving, leave] = useTransition();
  const trigger = (
    <Button variant="quiet" className="max-w-[45vw] -mr-3" disabled={leaving}>
      <UserRound aria-hidden className="size-4 shrink-0 sm:hidden" />
      <span className="sr-only truncate sm:not-sr-only">{email}</span>
      <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
    </Button>
  );
  return (
    <MenuOnDemand trigger={trigger}>
      {(opening) => <AccountChoices {...{ email, plan, trigger }} {...opening} onLeave={() => leave(() => signOutAction())} />}
    </MenuOnDemand>
  );
}
