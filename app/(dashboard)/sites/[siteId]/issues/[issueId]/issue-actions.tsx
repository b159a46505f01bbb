"use client";

import { BookPlus, Check, ChevronDown, Clock, EyeOff, Keyboard, type LucideIcon, Undo2, UserRound } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { Button } from "#app/_components/button.tsx";
import type { IssueView } from "#prisma/queries/issues/issue-view.ts";
import type { MemberView } from "#prisma/queries/teams/find-members.ts";
import { AssignMenu } from "../../_decisions/assign-menu.tsx";
import type { IgnoreChoice } from "../../_decisions/ignore-choices.tsx";
import { IgnoreMenu } from "../../_decisions/ignore-menu.tsx";
import { SnoozeMenu } from "../../_decisions/snooze-menu.tsx";
import { useKeysSetting } from "../../_decisions/use-keys-setting.ts";
import { useDecisions } from "./use-decisions.ts";
import { useKeys } from "./use-keys.ts";

type Props = {
  siteId: string;
  issue: Pick<IssueView, "id" | "text" | "check" | "state" | "fixedBy" | "places" | "pageCount">;
  members: readonly MemberView[];
  ownUserId: string;
  assigneeId: string | null;
};
type Menu = "snooze" | "assign" | "ignore";

/** The decisions that a person can take about an issue, by its state, each with its key. */
export function IssueActions({ siteId, issue, members, ownUserId, assigneeId }: Props) {
  const { busy, change, ignoreMore, addWord } = useDecisions({ siteId, issueId: issue.id, text: issue.text });
  const [menu, setMenu] = useState<Menu | null>(null);
  const opening = (name: Menu) => ({
    open: menu === name,
    onOpenChange: (isOpen: boolean) => setMenu(isOpen ? name : null),
  });
  const isOpen = issue.state !== "ignored" && issue.state !== "snoozed" && issue.state !== "fixed";
  const fix = () => change({ action: "mark-fixed" }, "Marked as fixed. The next crawl checks it.");
  const ignore = () => change({ action: "ignore" }, "Ignored.");
  const stop = stopOf(issue, change);
  const isWord = isOpen && issue.check === "spelling";
  const keys = useKeysSetting();
  const actions = {
    c: copyCorrection,
    f: isOpen ? fix : keyOf(stop, "f"),
    i: isOpen ? ignore : keyOf(stop, "i"),
    I: isOpen ? () => setMenu("ignore") : undefined,
    s: isOpen ? () => setMenu("snooze") : keyOf(stop, "s"),
    a: () => setMenu("assign"),
    d: isWord ? addWord : undefined,
  };
  useKeys(keys.isOn ? actions : NO_KEYS);
  const chooseIgnored = (choice: IgnoreChoice) =>
    choice.scope === "here"
      ? ignore()
      : ignoreMore(choice.scope, IGNORED[choice.scope], choice.scope === "page" ? choice.pageId : undefined);
  return (
    <fieldset data-decisions tabIndex={-1} aria-busy={busy} className="flex min-w-0 flex-wrap gap-2 outline-none lg:flex-col">
      <legend className="sr-only">Decide about this issue</legend>
      {stop && <Decision hint={stop.key} icon={Undo2} name={stop.name} onClick={stop.act} />}
      {isOpen && (
        <>
          <Decision hint="f" icon={Check} name="Mark as fixed" onClick={fix} />
          {isWord && <Decision hint="d" icon={BookPlus} name="Add to dictionary" onClick={addWord} />}
          <span className="flex">
            <Decision hint="i" icon={EyeOff} name="Ignore" onClick={ignore} className="grow rounded-r-none" />
            <IgnoreMenu
              issue={issue}
              onChoose={chooseIgnored}
              {...opening("ignore")}
              trigger={
                <Button aria-keyshortcuts="Shift+I" className="-ml-px rounded-l-none !px-2.5">
                  <ChevronDown aria-hidden className="size-4" />
                  <span className="sr-only">More ways to ignore</span>
                </Button>
              }
            />
          </span>
          <SnoozeMenu
            onChoose={(until) => change({ action: "snooze", until }, "Snoozed.")}
            {...opening("snooze")}
            trigger={<Decision hint="s" icon={Clock} name="Snooze" />}
          />
        </>
      )}
      <AssignMenu
        members={members}
        siteIds={[siteId]}
        ownUserId={ownUserId}
        assigneeId={assigneeId}
        onChoose={(userId) => change({ action: "assign", userId }, userId === null ? "No longer assigned." : "Assigned.")}
        {...opening("assign")}
        trigger={<Decision hint="a" icon={UserRound} name="Assign" />}
      />
      <Button size="small" variant="quiet" className="hidden text-muted lg:inline-flex" onClick={() => keys.setOn(!keys.isOn)}>
        <Keyboard aria-hidden className="size-4" /> {keys.isOn ? "Turn the keys off" : "Turn the keys on"}
      </Button>
    </fieldset>
  );
}

const NO_KEYS = {};

const IGNORED: Readonly<Record<Exclude<IgnoreChoice["scope"], "here">, string>> = {
  page: "Ignored on this page.",
  rule: "This rule is ignored on the site.",
  target: "Issues with this address are ignored.",
  host: "Links to this website are ignored.",
};

type Stop = { key: string; name: string; act(): void };

/** Returns how the decision in force is taken back, if a person took one. */
function stopOf({ state, fixedBy }: Props["issue"], change: ReturnType<typeof useDecisions>["change"]): Stop | null {
  if (state === "ignored")
    return { key: "i", name: "Stop ignoring", act: () => change({ action: "unignore" }, "No longer ignored.") };
  if (state === "snoozed")
    return { key: "s", name: "End the snooze", act: () => change({ action: "wake" }, "No longer snoozed.") };
  if (state === "fixed" && fixedBy === "person")
    return { key: "f", name: "Not fixed", act: () => change({ action: "undo" }, "Open again.") };
  return null;
}

function keyOf(stop: Stop | null, key: string): (() => void) | undefined {
  return stop?.key === key ? stop.act : undefined;
}

type DecisionProps = ComponentProps<typeof Button> & { hint: string; name: string; icon: LucideIcon };

/** A button with its key, which also serves as the trigger of a menu. */
function Decision({ hint, name, icon: Icon, className = "", ...rest }: DecisionProps) {
  return (
    <Button aria-keyshortcuts={hint} className={`lg:justify-start ${className}`} {...rest}>
      <Icon aria-hidden className="size-4" />
      {name}
      <kbd aria-hidden className="ml-auto hidden rounded border border-line px-1.5 font-sans text-xs text-muted lg:inline">
        {hint}
      </kbd>
    </Button>
  );
}

/** Presses the button that copies the corrected sentence, so that it also shows that it did. */
function copyCorrection(): void {
  document.querySelector<HTMLElement>("[data-copy] button")?.click();
}
