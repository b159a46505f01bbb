"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { Banner } from "#app/_components/banner.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { confirmTwoFactorAction } from "#app/_verbs/account/confirm-two-factor-action.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";

type SetupPanelProps = {
  /** Instructions for the secret that waits for its first code; null if there is none. */
  pending: ReactNode | null;
  /** The rest of the page, hidden while recovery codes are shown. */
  children?: ReactNode;
};

/**
 * Confirms the secret and shows the recovery codes. It is on the page in every state, so that the codes also appear after a
 * submission without JavaScript, which renders the page with two-factor sign-in on.
 */
export function SetupPanel({ pending, children }: SetupPanelProps) {
  const [state, submit] = useActionState(confirmTwoFactorAction, {});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const target = state.fields ? '[aria-invalid="true"]' : "[data-outcome]";
    if (state.fields || state.error) form.current?.querySelector<HTMLElement>(target)?.focus();
  }, [state]);
  if (state.codes) return <RecoveryCodes codes={state.codes} title="Two-factor sign-in is on" />;
  if (!pending) return children;
  return (
    <div className="flex flex-col gap-6">
      {pending}
      <form ref={form} action={submit} noValidate className="flex flex-col gap-5">
        {state.error && (
          <div data-outcome tabIndex={-1}>
            <Banner tone="danger" role="alert">
              {state.error}
            </Banner>
          </div>
        )}
        <div className="max-w-sm">
          <TextField
            label="Code from the app"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            required
            hint="Six digits, new every 30 seconds."
            error={state.fields?.code}
          />
        </div>
        <div>
          <SubmitButton>Turn on</SubmitButton>
        </div>
      </form>
    </div>
  );
}
