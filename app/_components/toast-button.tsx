"use client";

import { type ReactNode, useActionState, useEffect } from "react";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { SubmitButton } from "./submit-button.tsx";
import { useToast } from "./toaster.tsx";

type ToastButtonProps = {
  action(previous: FormState, form: FormData): Promise<FormState>;
  /** Hidden fields of the form, such as the id of the row. */
  fields?: Record<string, string>;
  /** Names the row for screen readers, because every button has the same text. */
  label?: string;
  children: ReactNode;
};

/** A button in a row of a list that the action may remove, so a toast shows the result, and the focus goes to the content. */
export function ToastButton({ action, fields = {}, label, children }: ToastButtonProps) {
  const toast = useToast();
  const [state, submit] = useActionState(async (previous: FormState, form: FormData) => {
    const next = await action(previous, form);
    const words = next.error ?? next.done;
    if (words) toast({ words });
    return next;
  }, {});
  useEffect(() => {
    if (state.done) document.getElementById("content")?.focus({ preventScroll: true });
  }, [state]);
  return (
    <form action={submit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="secondary" size="small" aria-label={label}>
        {children}
      </SubmitButton>
    </form>
  );
}
