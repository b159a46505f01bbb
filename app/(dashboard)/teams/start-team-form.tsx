"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { startTeamAction } from "#app/_verbs/people/start-team-action.ts";

/** Creates a Team. */
export function StartTeamForm() {
  return (
    <ActionForm action={startTeamAction} className="flex flex-col gap-4">
      {({ fields, values }) => (
        <>
          <TextField label="Name of the team" name="name" required defaultValue={values?.name} error={fields?.name} />
          <SubmitButton className="self-start">Start a team</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
