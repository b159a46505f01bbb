"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { PASSWORD_LENGTH } from "#app/_lib/password/password-length.ts";
import { changePassword } from "./change-password.ts";

export function PasswordForm({ email }: { email: string }) {
  return (
    <ActionForm action={changePassword} className="flex max-w-sm flex-col gap-5">
      {({ fields }) => (
        <>
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <TextField
            label="Current password"
            name="currentPassword"
            type="password"
            autoComplete="current-password"
            required
            error={fields?.currentPassword}
          />
          <TextField
            label="New password"
            name="newPassword"
            type="password"
            autoComplete="new-password"
            required
            hint={`At least ${PASSWORD_LENGTH.min} characters.`}
            error={fields?.newPassword}
          />
          <div>
            <SubmitButton variant="secondary">Change password</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
