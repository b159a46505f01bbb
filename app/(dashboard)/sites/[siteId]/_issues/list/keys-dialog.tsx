"use client";

import { Keyboard, X } from "lucide-react";
import { useEffect, useId, useRef } from "react";
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
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <>
      <p className="mt-3 hidden sm:block">
        <Button size="small" variant="quiet" className="-ml-2.5 text-muted" onClick={() => onOpenChange(true)}>
          <Keyboard aria-hidden className="size-4" /> Keys
        </Button>
      </p>
      {/* The browser's own: others lock the page by a style that our policy forbids. */}
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        onClose={() => onOpenChange(false)}
        className="m-auto w-120 max-w-[calc(100vw-2rem)] rounded-card border border-line bg-surface p-5 text-ink shadow-raised backdrop:bg-black/50"
      >
        <div className="mb-3 flex items-center justify-between gap-4">
          <h2 id={titleId} className="text-lg font-semibold">
            Keys
          </h2>
          <Button size="small" variant="quiet" aria-label="Close" onClick={() => onOpenChange(false)}>
            <X aria-hidden className="size-4" />
          </Button>
        </div>
        <div className="mb-4 flex items-center gap-3 rounded-control bg-sunken px-3 py-2">
          <label htmlFor="list-keys" className="flex-1">
            Use these keys in lists of issues
          </label>
          <input
            type="checkbox"
            role="switch"
            aria-checked={isOn}
            id="list-keys"
            checked={isOn}
            onChange={(event) => onToggle(event.target.checked)}
            className="relative h-6 w-11 shrink-0 appearance-none rounded-full border border-control bg-surface before:absolute before:top-0.5 before:left-0.5 before:size-4.5 before:rounded-full before:bg-control before:transition-transform checked:border-accent checked:bg-accent checked:before:translate-x-5 checked:before:bg-on-accent"
          />
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
      </dialog>
    </>
  );
}
