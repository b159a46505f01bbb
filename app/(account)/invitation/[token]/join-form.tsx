"use client";

import Link from "next/link";
import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { PASSWORD_LENGTH } from "#app/_lib/password/password-length.ts";
import { joinWithPassword } from "./join-with-password.ts";

/** Creates the account of the invited address and joins with it. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  return (
    <ActionForm action={joinWithPassword}>
      {({ fields }) => (
        <>
          <input type="hidden" name="token" value={token} />
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="new-password"
            required
            hint={`For your new account. At least ${PASSWORD_LENGTH.min} characters; a few words in a row make a good password.`}
            error={fields?.password}
          />
          <SubmitButton size="large">Create account and join</SubmitButton>
          <p className="text-sm text-muted">
            By creating an account you accept the{" "}
            <Link href="/terms" className="text-link">
              terms
            </Link>{" "}
            and the{" "}
            <Link href="/privacy" className="text-link">
              privacy notice
            </Link>
            . If you did not expect this invitation, close this page: no account is made.
          </p>
        </>
      )}
    </ActionForm>
  );
}
