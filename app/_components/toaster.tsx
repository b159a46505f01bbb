"use client";

import { X } from "lucide-react";
import {
  createContext,
  type FocusEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Button } from "./button.tsx";

/** A message about a completed action, with an optional undo. */
export type Toast = { words: string; undo?: () => void };

const SHOWN_MS = 12_000;
const SHOWN_WITHOUT_UNDO_MS = 5_000;
const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Returns a function that shows a toast, replacing the last one. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

/**
 * Holds the page's one toast, in a live region that exists from the start, as screen readers need. The toast stays while the
 * pointer or focus is on it. Ctrl+Z (⌘Z) undoes from anywhere but a field. When a focused toast closes, the focus returns to
 * where it was.
 */
export function Toaster({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<(Toast & { id: number }) | null>(null);
  const [held, setHeld] = useState(false);
  const show = useCallback((toast: Toast) => setShown((last) => ({ ...toast, id: (last?.id ?? 0) + 1 })), []);
  const box = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const hide = useCallback(() => {
    if (box.current?.contains(document.activeElement)) {
      const back = cameFrom.current?.isConnected ? cameFrom.current : document.getElementById("content");
      back?.focus({ preventScroll: true });
    }
    setShown(null);
    setHeld(false);
  }, []);
  const undo = shown?.undo;
  const takeBack = useCallback(() => {
    hide();
    undo?.();
  }, [hide, undo]);
  useUndoKey(undo ? takeBack : undefined);
  useEffect(() => {
    if (!shown || held) return;
    const timer = setTimeout(hide, shown.undo ? SHOWN_MS : SHOWN_WITHOUT_UNDO_MS);
    return () => clearTimeout(timer);
  }, [shown, held, hide]);
  const holding = useMemo(
    () => ({
      onPointerEnter: () => setHeld(true),
      onPointerLeave: () => setHeld(false),
      onFocus: ({ relatedTarget, currentTarget }: FocusEvent) => {
        setHeld(true);
        if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget;
      },
      onBlur: () => setHeld(false),
    }),
    [],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div
        role="status"
        className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex justify-center p-4 [body:has([data-selection-bar])_&]:bottom-26 sm:[body:has([data-selection-bar])_&]:bottom-16"
      >
        {shown && (
          <div
            key={shown.id}
            ref={box}
            className="pointer-events-auto flex max-w-full items-center gap-3 rounded-card bg-ink py-2 pr-2 pl-4 text-canvas shadow-raised"
            {...holding}
          >
            <span className="line-clamp-2 text-sm">{shown.words}</span>
            {undo && (
              <Button
                size="small"
                variant="quiet"
                className="font-semibold !text-canvas underline underline-offset-2 hover:bg-canvas/15"
                aria-keyshortcuts="Control+Z Meta+Z"
                title="Ctrl+Z or ⌘Z"
                onClick={takeBack}
              >
                Undo
              </Button>
            )}
            <button type="button" onClick={hide} className="grid size-8 place-items-center rounded-control hover:bg-canvas/15">
              <X aria-hidden className="size-4" />
              <span className="sr-only">Close</span>
            </button>
          </div>
        )}
      </div>
    </ToastContext>
  );
}

function useUndoKey(undo: (() => void) | undefined): void {
  useEffect(() => {
    if (!undo) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      const inField = event.target instanceof Element && event.target.closest('input:not([type="checkbox"]), textarea, select');
      if (!isUndo || inField) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [undo]);
}
