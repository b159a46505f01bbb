"use client";

import { BookPlus, Check, ChevronDown, Clock, Copy, EyeOff, Undo2, UserRound } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "#app/_components/button.tsx";
import { correctionOf } from "#app/_lib/issue-list/correction-of.ts";
import { offeredVerbs } from "#app/_lib/issue-list/offered-verbs.ts";
import type { ListedIssue } from "#prisma/queries/issue-list/listed-issue-view.ts";
import { AssignMenu } from "../../_decisions/assign-menu.tsx";
import { IgnoreMenu } from "../../_decisions/ignore-menu.tsx";
import { SnoozeMenu } from "../../_decisions/snooze-menu.tsx";
import { type MenuName, useListControls } from "./list-controls.ts";

type RowActionsProps = { issue: ListedIssue; assigneeId: string | null };

/** The buttons of one issue, by its state. Screen readers hear each name together with the issue's text. */
export function RowActions({ issue, assigneeId }: RowActionsProps) {
  const { verbs, menu, setMenu, members, ownUserId } = useListControls();
  const offered = offeredVerbs(issue);
  const openMenu = (name: MenuName) => ({
    open: menu?.name === name && menu.issueId === issue.id,
    onOpenChange: (open: boolean) => setMenu(open ? { name, issueId: issue.id } : null),
  });
  const about = (name: string) => ({ name, about: issue.text });
  const places = issue.page === null ? [] : [{ pageId: issue.page.id, url: issue.page.url }];
  return (
    <div className="-mb-1 -ml-2 flex flex-wrap">
      {offered.decide && (
        <>
          <Icon {...about("Mark as fixed")} hint="f" onClick={() => verbs.markFixed([issue])}>
            <Check aria-hidden className="size-4" />
          </Icon>
          <Icon {...about("Ignore")} hint="i" onClick={() => verbs.ignore([issue])}>
            <EyeOff aria-hidden className="size-4" />
          </Icon>
          <IgnoreMenu
            {...openMenu("ignore")}
            issue={{ check: issue.check, text: issue.text, places, pageCount: issue.pageCount }}
            onChoose={(choice) => verbs.ignoreMore(issue, choice)}
            trigger={
              <Icon {...about("Ignore more because of")} hint="Shift+i" className="-ml-1.5 px-1">
                <ChevronDown aria-hidden className="size-3.5" />
              </Icon>
            }
          />
          {offered.dictionary && (
            <Icon {...about("Add to dictionary")} hint="d" onClick={() => verbs.addWords([issue])}>
              <BookPlus aria-hidden className="size-4" />
            </Icon>
          )}
          {offered.snooze && (
            <SnoozeMenu
              {...openMenu("snooze")}
              onChoose={(until) => verbs.snooze([issue], until)}
              trigger={
                <Icon {...about("Snooze")} hint="s">
                  <Clock aria-hidden className="size-4" />
                </Icon>
              }
            />
          )}
          <AssignMenu
            {...openMenu("assign")}
            members={members}
            siteIds={[issue.siteId]}
            ownUserId={ownUserId}
            assigneeId={assigneeId}
            onChoose={(userId) => verbs.assign([issue], userId)}
            trigger={
              <Icon {...about("Assign")} hint="a">
                <UserRound aria-hidden className="size-4" />
              </Icon>
            }
          />
        </>
      )}
      {offered.takeBack !== null && (
        <Button size="small" variant="quiet" className="text-muted hover:text-ink" onClick={() => verbs.takeBack([issue])}>
          <Undo2 aria-hidden className="size-4" />
          <span>
            {offered.takeBack} <span className="sr-only">“{issue.text}”</span>
          </span>
        </Button>
      )}
      {correctionOf(issue) !== null && (
        <Icon {...about("Copy the correction of")} hint="c" onClick={() => verbs.copy(issue)}>
          <Copy aria-hidden className="size-4" />
        </Icon>
      )}
    </div>
  );
}

type IconProps = { name: string; about: string; hint: string; children: ReactNode } & ComponentProps<"button">;

/** A button with a picture; its name is a tooltip with the key, and is read out with the issue. Menus add their own attributes. */
function Icon({ name, about, hint, children, className = "", ...rest }: IconProps) {
  return (
    <Button
      size="small"
      variant="quiet"
      className={`text-muted hover:text-ink ${className}`}
      title={`${name} (${hint})`}
      aria-label={`${name} “${about}”`}
      {...rest}
    >
      {children}
    </Button>
  );
}
