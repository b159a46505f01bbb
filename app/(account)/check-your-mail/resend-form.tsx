"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { resendVerification } from "./resend-verification.ts";

/** A button that sends the mail again; asks for the address if it is unknown. */
export function ResendForm({ email, trial }: { email: string | null; trial: string | undefined }) {
  return (
    <ActionForm action={resendVerification}>
      {({ fields, values }) => (
        <>
          {trial && <input type="hidden" name="trial" value={trial} />}
          {email ? (
            <input type="hidden" name="email" value={email} />
          ) : (
            <TextField
              label="E-mail address"
              name="email"
              type="email"
              autoComplete="email"
              required
              defaultValue={values?.email}
              error={fields?.email}
            />
          )}
          <SubmitButton variant="secondary">Send the mail again</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
