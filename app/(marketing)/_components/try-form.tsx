"use client";

import { useFormStatus } from "react-dom";
import { ActionForm } from "#app/_components/action-form.tsx";
import { Field } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { trySiteAction } from "#app/_verbs/trials/try-site-action.ts";

/** One field for the address of a website, which is read without an account. */
export function TryForm() {
  return (
    <ActionForm action={trySiteAction} className="mt-8 flex max-w-[34rem] flex-col gap-2">
      {(state) => (
        <Field id="url" label="Address of your website" error={state.fields?.url}>
          {(control) => (
            <>
              <div className="flex flex-wrap gap-3">
                <input
                  name="url"
                  className="control min-h-12 min-w-0 flex-1 basis-56"
                  placeholder="example.com"
                  defaultValue={state.values?.url}
                  inputMode="url"
                  autoComplete="url"
                  autoCapitalize="none"
                  spellCheck={false}
                  required
                  {...control}
                />
                <SubmitButton size="large">Check my website</SubmitButton>
              </div>
              <Hint />
            </>
          )}
        </Field>
      )}
    </ActionForm>
  );
}

/** Also shown by the few lines of script in app/_front/static-html.ts. */
const BUSY = "Looking at your start page …";

function Hint() {
  const { pending } = useFormStatus();
  return (
    <p role="status" data-busy={BUSY} className="min-h-10 text-sm text-muted">
      {pending ? BUSY : "No account and no card. We read up to five pages, and show the first mistakes within seconds."}
    </p>
  );
}
