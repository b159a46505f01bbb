"use client";

import { ChevronDown, UserRound } from "lucide-react";
import { lazy, useTransition } from "react";
import { Button } from "#app/_components/button.tsx";
import { MenuOnDemand } from "#app/_components/menus/menu-on-demand.tsx";
import { signOutAction } from "#app/_verbs/account/sign-out-action.ts";
import type { AccountChoicesProps } from "./account-choices.tsx";

const AccountChoices = lazy(async () => ({ default: (await import("./account-choices.tsx")).AccountChoices }));

type AccountMenuProps = Pick<AccountChoicesProps, "email" | "plan" | "teams" | "teamId">;

/** The menu with the signed-in person's address, account, plan and teams. */
export function AccountMenu(account: AccountMenuProps) {
  const [leaving, leave] = useTransition();
  const trigger = (
    <Button variant="quiet" className="max-w-[45vw] -mr-3" disabled={leaving}>
      <UserRound aria-hidden className="size-4 shrink-0 sm:hidden" />
      <span className="sr-only truncate sm:not-sr-only">{account.email}</span>
      <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
    </Button>
  );
  return (
    <MenuOnDemand trigger={trigger}>
      {(opening) => <AccountChoices {...account} {...opening} trigger={trigger} onLeave={() => leave(() => signOutAction())} />}
    </MenuOnDemand>
  );
}
