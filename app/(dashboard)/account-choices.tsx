"use client";

import * as DropdownMenu from "@radix-ui/react-dropdown-menu";
import { Braces, Check, CreditCard, LogOut, MessageSquareShare, UserRound, Users } from "lucide-react";
import { type ReactNode, startTransition } from "react";
import { focusFirstEntry } from "#app/_components/menus/focus-first-entry.ts";
import type { MenuOpening } from "#app/_components/menus/menu-on-demand.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { PlanBadge } from "#app/_components/plan-badge.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import { switchTeamAction } from "#app/_verbs/people/switch-team-action.ts";
import type { PlanId } from "#worker/core/plans.ts";

const ENTRY = "flex items-center gap-2.5 rounded-control px-3 py-2 outline-none select-none data-[highlighted]:bg-sunken";

/** More teams than these are on a page of their own. */
const MOST_TEAMS = 8;

type Team = { id: string; name: string };
export type AccountChoicesProps = MenuOpening & {
  email: string;
  plan: PlanId;
  teams: readonly Team[];
  teamId: string;
  trigger: ReactNode;
  onLeave(): void;
};

/** The entries of the account's menu. */
export function AccountChoices({ email, plan, teams, teamId, trigger, onLeave, ...opening }: AccountChoicesProps) {
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
          {teams.length > 1 && <TeamChoice teams={teams} teamId={teamId} />}
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Item asChild>
            <PageLink href="/account" className={ENTRY}>
              <UserRound aria-hidden className="size-4 text-muted" /> Account
            </PageLink>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild>
            <PageLink href="/people" className={ENTRY}>
              <Users aria-hidden className="size-4 text-muted" /> People
            </PageLink>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild>
            <PageLink href="/channels" className={ENTRY}>
              <MessageSquareShare aria-hidden className="size-4 text-muted" /> Channels
            </PageLink>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild>
            <PageLink href="/api-access" className={ENTRY}>
              <Braces aria-hidden className="size-4 text-muted" /> API
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

/** Changes to another team of the person. */
function TeamChoice({ teams, teamId }: { teams: readonly Team[]; teamId: string }) {
  const toast = useToast();
  const change = (chosen: string) =>
    startTransition(async () => {
      if (chosen === teamId) return;
      const form = new FormData();
      form.set("teamId", chosen);
      const { error } = await switchTeamAction({}, form);
      if (error) toast({ words: error });
    });
  return (
    <>
      <DropdownMenu.Separator className="my-1 h-px bg-line" />
      <DropdownMenu.Label className="px-3 pt-1 text-sm text-muted">Team</DropdownMenu.Label>
      <DropdownMenu.RadioGroup value={teamId} onValueChange={change} aria-label="Team">
        {teams.slice(0, MOST_TEAMS).map(({ id, name }) => (
          <DropdownMenu.RadioItem key={id} value={id} className={ENTRY}>
            <span className="size-4 shrink-0">
              <DropdownMenu.ItemIndicator>
                <Check aria-hidden className="size-4 text-accent" />
              </DropdownMenu.ItemIndicator>
            </span>
            <span className="min-w-0 truncate">{name}</span>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
      {teams.length > MOST_TEAMS && (
        <DropdownMenu.Item asChild>
          <PageLink href="/teams" className={ENTRY}>
            All teams
          </PageLink>
        </DropdownMenu.Item>
      )}
    </>
  );
}
