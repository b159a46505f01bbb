"use client";

import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { ActionForm } from "../_components/action-form.tsx";
import { requestReset } from "./request-reset.ts";

export function ForgotPasswordForm() {
  return (
    <ActionForm action={requestReset} hideWhenDone>
      {({ fields, values }) => (
        <>
          <TextField
            label="E-mail address"
            name="email"
            type="email"
            autoComplete="username"
            inputMode="email"
            required
            defaultValue={values?.email}
            error={fields?.email}
          />
          <SubmitButton size="large">Send me a link</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
