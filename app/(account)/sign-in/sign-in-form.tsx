"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { signIn } from "./sign-in.ts";

export function SignInForm({ next }: { next: string }) {
  return (
    <ActionForm action={signIn}>
      {({ fields, values }) => (
        <>
          <input type="hidden" name="next" value={next} />
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
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            error={fields?.password}
          />
          <SubmitButton size="large">Sign in</SubmitButton>
          <p>
            <PageLink href="/forgot-password" className="text-link">
              Forgot your password?
            </PageLink>
          </p>
        </>
      )}
    </ActionForm>
  );
}
