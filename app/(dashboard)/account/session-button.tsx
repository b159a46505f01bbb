"use client";

import { type ReactNode, useActionState, useEffect } from "react";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import type { FormState } from "#app/_lib/forms/run-action.ts";

type SessionButtonProps = {
  action(previous: FormState, form: FormData): Promise<FormState>;
  /** The session to end; absent for all others. */
  sessionId?: string;
  /** Names the session for screen readers, because every button has the same text. */
  label?: string;
  children: ReactNode;
};

/** A button that ends sessions. A toast shows the result, because the session's row disappears. */
export function SessionButton({ action, sessionId, label, children }: SessionButtonProps) {
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
      {sessionId && <input type="hidden" name="sessionId" value={sessionId} />}
      <SubmitButton variant="secondary" size="small" aria-label={label}>
        {children}
      </SubmitButton>
    </form>
  );
}
