"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { handOverTeamAction } from "#app/_verbs/people/hand-over-team-action.ts";

/** Makes this person the owner in the place of the present one. */
export function HandOverForm({ userId, name }: { userId: string; name: string }) {
  return (
    <ActionForm action={handOverTeamAction}>
      {() => (
        <>
          <input type="hidden" name="userId" value={userId} />
          <SubmitButton variant="danger" className="self-start">
            Hand over<span className="sr-only"> to {name}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
