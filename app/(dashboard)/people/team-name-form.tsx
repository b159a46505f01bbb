"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { renameTeamAction } from "#app/_verbs/people/rename-team-action.ts";

/** Changes the name of the Team. */
export function TeamNameForm({ name }: { name: string }) {
  return (
    <ActionForm action={renameTeamAction} className="flex flex-col gap-4">
      {({ fields, values }) => (
        <>
          <TextField
            label="Name of the team"
            name="name"
            hint="People whom you invite read it in the mail."
            defaultValue={values?.name ?? name}
            error={fields?.name}
            required
          />
          <SubmitButton variant="secondary" className="self-start">
            Save
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
