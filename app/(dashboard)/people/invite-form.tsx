"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { invitePersonAction } from "#app/_verbs/people/invite-person-action.ts";
import { AccessFields } from "./access-fields.tsx";

const NEW = { role: "viewer", allSites: true, siteIds: [] } as const;

/** Invites a person to the Team. */
export function InviteForm({ sites }: { sites: readonly { id: string; name: string }[] }) {
  return (
    <ActionForm action={invitePersonAction}>
      {({ fields, values }) => (
        <>
          <TextField
            label="E-mail address"
            name="email"
            type="email"
            inputMode="email"
            autoComplete="off"
            placeholder="name@example.com"
            required
            defaultValue={values?.email}
            error={fields?.email}
          />
          <AccessFields access={NEW} sites={sites} fields={fields} />
          <SubmitButton className="self-start">Send the invitation</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
