"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { Banner } from "./banner.tsx";

type ActionFormProps = {
  action(previous: FormState, form: FormData): Promise<FormState>;
  /** Renders the fields, given the state after the last submission. */
  children(state: FormState): ReactNode;
  className?: string;
};

/**
 * A form around a server action that works with and without JavaScript; with it, the first invalid field gets the focus. React
 * resets the form afterwards, so fields take the typed values from `state.values`.
 */
export function ActionForm({ action, children, className = "flex flex-col gap-5" }: ActionFormProps) {
  const [state, submit] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const target = state.fields ? '[aria-invalid="true"]' : "[data-outcome]";
    if (state.fields || state.error || state.done) form.current?.querySelector<HTMLElement>(target)?.focus();
  }, [state]);
  return (
    <form ref={form} action={submit} className={className} noValidate>
      {(state.error || state.done) && (
        <div data-outcome tabIndex={-1} className="rounded-card">
          <Banner tone={state.error ? "danger" : "success"} role={state.error ? "alert" : "status"}>
            {state.error ?? state.done}
          </Banner>
        </div>
      )}
      {children(state)}
    </form>
  );
}
