"use client";

import { useFormStatus } from "react-dom";
import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { addSiteAction } from "#app/_verbs/sites/add-site-action.ts";
import { BrowserTimeZone } from "./browser-time-zone.tsx";

/** One field for the address. A status line says that the site is probed first, which takes some seconds. */
export function AddSiteForm() {
  return (
    <ActionForm action={addSiteAction}>
      {(state) => (
        <>
          <TextField
            name="url"
            label="Address of your website"
            hint="As you type it in a browser. To check only a part of the site, end with its folder: example.com/en/"
            placeholder="example.com"
            defaultValue={state.values?.url}
            error={state.fields?.url}
            inputMode="url"
            autoComplete="url"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            required
          />
          <BrowserTimeZone />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton size="large">Start the first crawl</SubmitButton>
            <Looking />
          </div>
        </>
      )}
    </ActionForm>
  );
}

function Looking() {
  const { pending } = useFormStatus();
  return (
    <p role="status" className="text-sm text-muted">
      {pending && "Checking that we can read the site …"}
    </p>
  );
}
