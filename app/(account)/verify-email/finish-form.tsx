"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { PASSWORD_LENGTH } from "#app/_lib/password/password-length.ts";
import { BrowserTimeZone } from "#app/(dashboard)/sites/new/browser-time-zone.tsx";
import { finishSignUp } from "./finish-sign-up.ts";

type Props = { token: string; email: string; trial: string | undefined };

export function FinishForm({ token, email, trial }: Props) {
  return (
    <ActionForm action={finishSignUp}>
      {({ fields }) => (
        <>
          <input type="hidden" name="token" value={token} />
          {trial && <input type="hidden" name="trial" value={trial} />}
          {trial && <BrowserTimeZone />}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="new-password"
            required
            hint={`At least ${PASSWORD_LENGTH.min} characters. A few words in a row make a good password.`}
            error={fields?.password}
          />
          <SubmitButton size="large">Create account</SubmitButton>
          <p className="text-sm text-muted">If you did not sign up, close this page: no account is made.</p>
        </>
      )}
    </ActionForm>
  );
}
