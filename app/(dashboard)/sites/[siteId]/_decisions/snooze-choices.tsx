"use client";

import * as Popover from "@radix-ui/react-popover";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import { TEXT_CHANGES } from "#worker/core/issues/decisions/issue-decision.ts";
import { MENU_BOX, MENU_ENTRY, MENU_HINT } from "./menu-style.ts";
import { dayAfter, SNOOZE_CHOICES, shownDay } from "./snooze-days.ts";

export type SnoozeChoicesProps = {
  /** Gets a day such as "2026-12-24", or `TEXT_CHANGES`. */
  onChoose(until: string): void;
  open: boolean;
  onOpenChange(open: boolean): void;
  /** The button that opens the menu. */
  trigger: ReactNode;
};

/** A menu of the times until which issues can be snoozed. Arrow keys move between its entries, too. */
export function SnoozeChoices({ onChoose, open, onOpenChange, trigger }: SnoozeChoicesProps) {
  const choose = (until: string) => {
    onOpenChange(false);
    onChoose(until);
  };
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className={MENU_BOX}
          aria-label="Snooze until"
          onKeyDown={moveFocus}
        >
          <Choices onChoose={choose} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Rendered only while the menu is open, so that its days count from then. */
function Choices({ onChoose }: { onChoose(until: string): void }) {
  const [now] = useState(() => new Date());
  const [day, setDay] = useState("");
  const fieldId = useId();
  return (
    <>
      <p className={`px-3 py-1.5 ${MENU_HINT}`}>Hide it from the list until</p>
      <ul>
        {SNOOZE_CHOICES.map(({ name, days }) => {
          const until = dayAfter(now, days);
          return (
            <li key={name}>
              <button
                type="button"
                data-choice
                className={`${MENU_ENTRY} hover:bg-sunken focus-visible:bg-sunken`}
                onClick={() => onChoose(until)}
              >
                {name} <span className={MENU_HINT}>{shownDay(until)}</span>
              </button>
            </li>
          );
        })}
        <li>
          <button
            type="button"
            data-choice
            className={`${MENU_ENTRY} hover:bg-sunken focus-visible:bg-sunken`}
            onClick={() => onChoose(TEXT_CHANGES)}
          >
            The text changes
          </button>
        </li>
      </ul>
      <form
        className="mt-1 flex items-end gap-2 border-t border-line px-3 pt-2.5 pb-1.5"
        onSubmit={(event) => {
          event.preventDefault();
          if (day) onChoose(day);
        }}
      >
        <label htmlFor={fieldId} className="min-w-0 flex-1 text-sm">
          Another day
          <input
            id={fieldId}
            type="date"
            required
            min={dayAfter(now, 1)}
            max={dayAfter(now, 3 * 365)}
            value={day}
            onChange={(event) => setDay(event.target.value)}
            className="mt-1 block min-h-9 w-full rounded-control border border-control bg-surface px-2"
          />
        </label>
        <Button type="submit" size="small" className="min-h-9">
          Snooze
        </Button>
      </form>
    </>
  );
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-choice]")];
  const at = document.activeElement instanceof HTMLElement ? choices.indexOf(document.activeElement) : -1;
  if (step === 0 || at === -1) return;
  event.preventDefault();
  choices[(at + step + choices.length) % choices.length]?.focus();
}
