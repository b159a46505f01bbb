"use client";

import type { ReactNode } from "react";
import { ActionForm } from "#app/_components/action-form.tsx";
import type { Button } from "#app/_components/button.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import type { FormState } from "#app/_lib/forms/run-action.ts";

type PasswordCheckFormProps = {
  action(previous: FormState, form: FormData): Promise<FormState>;
  /** Distinguishes this form's field from others on the page. */
  id: string;
  button: string;
  variant?: Parameters<typeof Button>[0]["variant"];
  /** Replaces the form after success. */
  children?(state: FormState): ReactNode;
};

/** Asks for the password before a sensitive action. */
export function PasswordCheckForm({ action, id, button, variant = "secondary", children }: PasswordCheckFormProps) {
  return (
    <ActionForm action={action} className="flex flex-col gap-5">
      {(state) =>
        children?.(state) ?? (
          <>
            <div className="max-w-sm">
              <TextField
                id={id}
                label="Your password"
                name="password"
                type="password"
                autoComplete="current-password"
                required
                error={state.fields?.password}
              />
            </div>
            <div>
              <SubmitButton variant={variant}>{button}</SubmitButton>
            </div>
          </>
        )
      }
    </ActionForm>
  );
}
