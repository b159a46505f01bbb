"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { Banner } from "#app/_components/banner.tsx";
import type { FormState } from "#app/_lib/run-action.ts";

type ActionFormProps = {
  action(previous: FormState, form: FormData): Promise<FormState>;
  /** The fields, given what the last attempt said. */
  children(state: FormState): ReactNode;
  /** Shown in place of the fields once it is done. */
  hideWhenDone?: boolean;
};

/** A form around a server action. Works before and without JavaScript; with it, the first thing that is wrong gets the focus. */
export function ActionForm({ action, children, hideWhenDone = false }: ActionFormProps) {
  const [state, submit] = useActionState(action, {});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const target = state.fields ? '[aria-invalid="true"]' : "[data-outcome]";
    if (state.fields || state.error || state.done) form.current?.querySelector<HTMLElement>(target)?.focus();
  }, [state]);
  return (
    <form ref={form} action={submit} className="flex flex-col gap-5" noValidate>
      {(state.error || state.done) && (
        <div data-outcome tabIndex={-1} className="rounded-card">
          <Banner tone={state.error ? "danger" : "success"} role={state.error ? "alert" : "status"}>
            {state.error ?? state.done}
          </Banner>
        </div>
      )}
      {!(hideWhenDone && state.done) && children(state)}
    </form>
  );
}
