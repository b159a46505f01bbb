"use client";

import { X } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { Button } from "./button.tsx";

/** Something that was just done, with a way back where there is one. */
export type Toast = { words: string; undo?: () => void };

const SHOWN_MS = 12_000;
const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Shows what was just done; a newer one takes the place of the last. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

/**
 * Holds the one toast of the page. The live region stands there from the start, because screen readers only read out changes of regions
 * that they know. It stays as long as the pointer or the focus is on it.
 */
export function Toaster({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<(Toast & { id: number }) | null>(null);
  const [held, setHeld] = useState(false);
  const show = useCallback((toast: Toast) => setShown((last) => ({ ...toast, id: (last?.id ?? 0) + 1 })), []);
  const hide = useCallback(() => {
    setShown(null);
    setHeld(false);
  }, []);
  useEffect(() => {
    if (!shown || held) return;
    const timer = setTimeout(hide, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, held, hide]);
  const holding = useMemo(
    () => ({
      onPointerEnter: () => setHeld(true),
      onPointerLeave: () => setHeld(false),
      onFocus: () => setHeld(true),
      onBlur: () => setHeld(false),
    }),
    [],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div role="status" className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex justify-center p-4">
        {shown && (
          <div
            key={shown.id}
            className="pointer-events-auto flex max-w-full items-center gap-3 rounded-card bg-ink py-2 pr-2 pl-4 text-canvas shadow-raised"
            {...holding}
          >
            <span className="line-clamp-2 text-sm">{shown.words}</span>
            {shown.undo && (
              <Button
                size="small"
                variant="quiet"
                className="font-semibold !text-canvas underline underline-offset-2 hover:bg-canvas/15"
                onClick={() => {
                  shown.undo?.();
                  hide();
                }}
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
