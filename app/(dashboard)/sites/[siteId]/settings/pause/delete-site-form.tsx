"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { deleteSiteAction } from "#app/_verbs/sites/delete-site-action.ts";

/** Deletes a site after its name was typed, so that a stray click cannot. */
export function DeleteSiteForm({ siteId, name }: { siteId: string; name: string }) {
  return (
    <ActionForm action={deleteSiteAction} className="flex flex-col gap-3">
      {({ values, fields }) => (
        <>
          <input type="hidden" name="siteId" value={siteId} />
          <TextField
            name="confirmation"
            label={`To confirm, type the name of the site: ${name}`}
            autoComplete="off"
            spellCheck={false}
            defaultValue={values?.confirmation}
            error={fields?.confirmation}
            required
          />
          <SubmitButton variant="danger" className="self-start">
            Delete this site
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
