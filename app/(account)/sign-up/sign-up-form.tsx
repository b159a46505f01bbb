"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { signUp } from "./sign-up.ts";

export function SignUpForm({ trial }: { trial: string | undefined }) {
  return (
    <ActionForm action={signUp}>
      {({ fields, values }) => (
        <>
          {trial && <input type="hidden" name="trial" value={trial} />}
          <TextField
            label="E-mail address"
            name="email"
            type="email"
            autoComplete="email"
            inputMode="email"
            required
            hint="We send a link to it. You choose your password there."
            defaultValue={values?.email}
            error={fields?.email}
          />
          <SubmitButton size="large">Continue</SubmitButton>
          <p className="text-sm text-muted">
            By creating an account you accept the{" "}
            <PageLink href="/terms" className="text-link">
              terms
            </PageLink>{" "}
            and the{" "}
            <PageLink href="/privacy" className="text-link">
              privacy notice
            </PageLink>
            .
          </p>
        </>
      )}
    </ActionForm>
  );
}
