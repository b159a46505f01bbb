"use client";

import * as DropdownMenu from "@radix-ui/react-dropdown-menu";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { focusFirstEntry } from "#app/_components/menus/focus-first-entry.ts";
import type { IgnoreScope } from "#worker/core/issues/decisions/issue-decision.ts";
import { hostLine } from "#worker/core/url/ignored-links.ts";
import { shownAddress, shownPath } from "#worker/core/view/shown-address.ts";
import { MENU_BOX, MENU_ENTRY, MENU_HINT } from "./menu-style.ts";

/** A choice of what to ignore: this Issue everywhere (`here`), or a scope of `ignoreMoreAction`. `pageId`: for the scope page. */
export type IgnoreChoice = { scope: "here" } | { scope: Exclude<IgnoreScope, "page"> } | { scope: "page"; pageId: string };

export type IgnoreChoicesProps = {
  issue: { check: string; text: string; places: readonly { pageId: string; url: string }[]; pageCount: number };
  onChoose(choice: IgnoreChoice): void;
  open: boolean;
  onOpenChange(open: boolean): void;
  /** The button that opens the menu. */
  trigger: ReactNode;
};

/** A menu of what can be ignored because of one issue. The issue itself comes first, so that Enter ignores it. */
export function IgnoreChoices({ issue, onChoose, trigger, ...opening }: IgnoreChoicesProps) {
  const { check, text, places, pageCount } = issue;
  const isLink = check === "links";
  const host = isLink ? hostLine(text) : null;
  const [first] = places;
  return (
    <DropdownMenu.Root modal={false} {...opening}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="start" sideOffset={4} collisionPadding={8} className={MENU_BOX} onFocus={focusFirstEntry}>
          <Entry hint={pageCount > 1 ? "on all its pages" : undefined} onSelect={() => onChoose({ scope: "here" })}>
            This issue
          </Entry>
          {first && pageCount > 1 && <PageEntry places={places} onChoose={onChoose} />}
          <Entry hint="this kind of issue, on this site" onSelect={() => onChoose({ scope: "rule" })}>
            The rule
          </Entry>
          {isLink && (
            <Entry hint={shownAddress(text)} onSelect={() => onChoose({ scope: "target" })}>
              All issues with this address
            </Entry>
          )}
          {host !== null && (
            <Entry hint={host} onSelect={() => onChoose({ scope: "host" })}>
              All links to this website
            </Entry>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function PageEntry({
  places,
  onChoose,
}: {
  places: IgnoreChoicesProps["issue"]["places"];
  onChoose(choice: IgnoreChoice): void;
}) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={MENU_ENTRY}>
        This issue on one page <ChevronRight aria-hidden className="size-4 text-muted" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent sideOffset={2} collisionPadding={8} className={MENU_BOX}>
          {places.map(({ pageId, url }) => (
            <DropdownMenu.Item key={pageId} className={MENU_ENTRY} onSelect={() => onChoose({ scope: "page", pageId })}>
              <span className="min-w-0 truncate">{shownPath(url)}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

function Entry({ hint, onSelect, children }: { hint: string | undefined; onSelect(): void; children: ReactNode }) {
  return (
    <DropdownMenu.Item className={MENU_ENTRY} onSelect={onSelect}>
      <span className="min-w-0">
        {children}
        {hint && <span className={`block truncate ${MENU_HINT}`}>{hint}</span>}
      </span>
    </DropdownMenu.Item>
  );
}
