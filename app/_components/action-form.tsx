"use client";

import { type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { Banner } from "./banner.tsx";

type ActionFormProps = {
  action(previous: FormState, form: FormData): Promise<FormState>;
  /** Renders the fields, given the state after the last submission. */
  children(state: FormState): ReactNode;
  className?: string;
};

/**
 * A form around a server action that works with and without JavaScript. A fault gets the focus; after success the focus stays
 * and the notice is under the button. React resets the form afterwards, so fields take the typed values from `state.values`.
 */
export function ActionForm({ action, children, className = "flex flex-col gap-5" }: ActionFormProps) {
  const [state, submit] = useActionState(action, {});
  const turn = useTurn(state);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
    if (state.fields) find('[aria-invalid="true"]')?.focus();
    else if (state.error) find("[data-error]")?.focus();
    // The button may be gone, and the focus with it.
    else if (state.done && document.activeElement === document.body) find("[data-done]")?.focus();
  }, [state]);
  return (
    <form ref={form} action={submit} className={className} noValidate>
      {state.error && (
        <div data-error tabIndex={-1} className="rounded-card">
          <Banner tone="danger" role="alert">
            {state.error}
          </Banner>
        </div>
      )}
      {children(state)}
      <div role="status" className={state.done ? undefined : "absolute"}>
        {state.done && (
          <div key={turn} data-done tabIndex={-1} className="rounded-card">
            <Banner tone="success">{state.done}</Banner>
          </div>
        )}
      </div>
    </form>
  );
}

/** Counts the submissions, so that the same notice is read out after each. */
function useTurn(state: FormState): number {
  const [last, setLast] = useState({ state, turn: 0 });
  if (last.state !== state) setLast({ state, turn: last.turn + 1 });
  return last.turn;
}
