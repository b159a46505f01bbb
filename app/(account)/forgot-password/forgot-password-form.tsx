"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { requestReset } from "./request-reset.ts";

export function ForgotPasswordForm() {
  return (
    <ActionForm action={requestReset}>
      {({ fields, values, done }) =>
        !done && (
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
        )
      }
    </ActionForm>
  );
}
