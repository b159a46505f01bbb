"use client";

import { Keyboard, X } from "lucide-react";
import { Dialog, Switch } from "radix-ui";
import { Button } from "#app/_components/button.tsx";
import { KEYS_HELP, type ListCommand } from "#app/_lib/issue-list/list-keys.ts";

type KeysDialogProps = {
  open: boolean;
  onOpenChange(open: boolean): void;
  isOn: boolean;
  onToggle(on: boolean): void;
  canChange: boolean;
};

const FOR_ALL: ReadonlySet<ListCommand> = new Set(["next", "previous", "open", "copy", "search", "help"]);

/** Lists the keys of the list, and turns them on and off. */
export function KeysDialog({ open, onOpenChange, isOn, onToggle, canChange }: KeysDialogProps) {
  const shown = KEYS_HELP.filter(({ command }) => canChange || FOR_ALL.has(command));
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <p className="mt-3 hidden sm:block">
        <Dialog.Trigger asChild>
          <Button size="small" variant="quiet" className="-ml-2.5 text-muted">
            <Keyboard aria-hidden className="size-4" /> Keys
          </Button>
        </Dialog.Trigger>
      </p>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-black/50" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-120 max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-card border border-line bg-surface p-5 shadow-raised"
        >
          <div className="mb-3 flex items-center justify-between gap-4">
            <Dialog.Title className="text-lg font-semibold">Keys</Dialog.Title>
            <Dialog.Close asChild>
              <Button size="small" variant="quiet" aria-label="Close">
                <X aria-hidden className="size-4" />
              </Button>
            </Dialog.Close>
          </div>
          <div className="mb-4 flex items-center gap-3 rounded-control bg-sunken px-3 py-2">
            <label htmlFor="list-keys" className="flex-1">
              Use these keys in lists of issues
            </label>
            <Switch.Root
              id="list-keys"
              checked={isOn}
              onCheckedChange={onToggle}
              className="h-6 w-11 shrink-0 rounded-full border border-control bg-surface p-0.5 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
            >
              <Switch.Thumb className="block size-4.5 rounded-full bg-control transition-transform data-[state=checked]:translate-x-5 data-[state=checked]:bg-on-accent" />
            </Switch.Root>
          </div>
          <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5">
            {shown.map(({ keys, words }) => (
              <div key={words} className="contents">
                <dt className="flex gap-1">
                  {keys.map((key) => (
                    <kbd key={key} className="rounded border border-control px-1.5 py-0.5 font-mono text-xs">
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-4 text-sm text-muted">
            They work on the row with the focus, or on all selected issues. Ctrl+Z or ⌘Z undoes, too.
          </p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
