"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { handOverTeamAction } from "#app/_verbs/people/hand-over-team-action.ts";

/** Makes this person the owner in the place of the present one. */
export function HandOverForm({ userId, name }: { userId: string; name: string }) {
  return (
    <ActionForm action={handOverTeamAction}>
      {({ fields }) => (
        <>
          <input type="hidden" name="userId" value={userId} />
          <div className="flex flex-col gap-1.5">
            <label className="flex items-start gap-3">
              <input
                type="checkbox"
                name="sure"
                aria-invalid={fields?.sure ? true : undefined}
                aria-describedby={fields?.sure ? "sure-error" : undefined}
                className="mt-1 size-4 shrink-0"
              />
              <span>I want {name} to be the owner instead of me</span>
            </label>
            {fields?.sure && (
              <p id="sure-error" role="alert" className="text-sm text-danger">
                {fields.sure}
              </p>
            )}
          </div>
          <SubmitButton variant="danger" className="self-start">
            Hand over<span className="sr-only"> to {name}</span>
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
