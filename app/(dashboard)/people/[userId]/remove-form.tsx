"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { removePersonAction } from "#app/_verbs/people/remove-person-action.ts";
import { StopMailsBox } from "../stop-mails-box.tsx";

/** Removes a person from the Team. */
export function RemoveForm({ userId, name }: { userId: string; name: string }) {
  return (
    <ActionForm action={removePersonAction} className="flex flex-col gap-4">
      {() => (
        <>
          <input type="hidden" name="userId" value={userId} />
          <StopMailsBox>Also stop the mails about the team's sites to this address</StopMailsBox>
          <SubmitButton variant="danger" className="self-start">
            Remove<span className="sr-only"> {name}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
