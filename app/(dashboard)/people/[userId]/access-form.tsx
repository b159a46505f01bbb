"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { changePersonAction } from "#app/_verbs/people/change-person-action.ts";
import type { PersonView } from "#prisma/queries/people/find-people.ts";
import { AccessFields } from "../access-fields.tsx";

/** Changes what a person may do and which sites they see. */
export function AccessForm({ person, sites }: { person: PersonView; sites: readonly { id: string; name: string }[] }) {
  return (
    <ActionForm action={changePersonAction}>
      {({ fields }) => (
        <>
          <input type="hidden" name="userId" value={person.userId} />
          <AccessFields access={person} sites={sites} fields={fields} />
          <SubmitButton className="self-start">Save</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
