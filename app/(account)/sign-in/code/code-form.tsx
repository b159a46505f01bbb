"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { submitCode } from "./submit-code.ts";

/** The second step of signing in. */
export function CodeForm({ next, byRecovery }: { next: string; byRecovery: boolean }) {
  return (
    <ActionForm action={submitCode}>
      {({ fields, values }) => (
        <>
          <input type="hidden" name="next" value={next} />
          {byRecovery ? (
            <TextField
              label="Recovery code"
              name="code"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              defaultValue={values?.code}
              autoFocus
              required
              error={fields?.code}
            />
          ) : (
            <TextField
              label="Code"
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={10}
              autoFocus
              required
              error={fields?.code}
            />
          )}
          <label className="flex items-start gap-2.5">
            <input type="checkbox" name="trustDevice" value="yes" className="mt-1 size-4 shrink-0" />
            <span>
              Trust this browser for 30 days
              <span className="block text-sm text-muted">
                We then ask for your password only. Not on a computer that others use.
              </span>
            </span>
          </label>
          <SubmitButton size="large">Sign in</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
