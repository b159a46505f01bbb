"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { addRecipientAction } from "#app/_verbs/recipients/add-recipient-action.ts";

/** Adds a recipient of a site's mails. */
export function AddRecipientForm({ siteId }: { siteId: string }) {
  return (
    <ActionForm action={addRecipientAction} className="flex flex-col gap-3">
      {({ values, fields }) => (
        <>
          <input type="hidden" name="siteId" value={siteId} />
          <TextField
            name="email"
            label="Add an address"
            type="email"
            placeholder="name@example.com"
            autoComplete="off"
            defaultValue={values?.email}
            error={fields?.email}
            required
          />
          <SubmitButton variant="secondary" className="self-start">
            Add
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
