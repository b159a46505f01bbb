"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { deleteAccountAction } from "#app/_verbs/account/delete-account-action.ts";

export function DeleteAccountForm() {
  return (
    <ActionForm action={deleteAccountAction} className="flex max-w-sm flex-col gap-5">
      {({ fields }) => (
        <>
          <TextField
            label="Your password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={fields?.password}
          />
          <div>
            <SubmitButton variant="danger">Delete my account</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
