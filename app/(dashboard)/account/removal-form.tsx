"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { removeAccountAction } from "#app/_verbs/remove-account-action.ts";

export function RemovalForm() {
  return (
    <ActionForm action={removeAccountAction} className="flex max-w-sm flex-col gap-5">
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
            <SubmitButton variant="danger">Delete my account for good</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
