"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { PASSWORD_LENGTH } from "#app/_lib/password/password-length.ts";
import { resetPassword } from "./reset-password.ts";

export function ResetPasswordForm({ token }: { token: string }) {
  return (
    <ActionForm action={resetPassword}>
      {({ fields }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <TextField
            label="New password"
            name="password"
            type="password"
            autoComplete="new-password"
            required
            hint={`At least ${PASSWORD_LENGTH.min} characters.`}
            error={fields?.password}
          />
          <SubmitButton size="large">Set the new password</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
