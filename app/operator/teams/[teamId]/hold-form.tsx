"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import type { FormState } from "#app/_lib/forms/run-action.ts";
import { holdAction } from "#app/_verbs/operating/hold-action.ts";
import { releaseAction } from "#app/_verbs/operating/release-action.ts";

type Props = { teamId: string; siteId: string | null; name: string; isHeld: boolean };

/** Pauses or resumes a team or a site. One form for both directions, so that the notice stays when the button changes. */
export function HoldForm({ teamId, siteId, name, isHeld }: Props) {
  const change = (previous: FormState, form: FormData) => (isHeld ? releaseAction(previous, form) : holdAction(previous, form));
  return (
    <ActionForm action={change} className="flex max-w-xl flex-col gap-3">
      {({ fields, values }) => (
        <>
          <input type="hidden" name="teamId" value={teamId} />
          {siteId && <input type="hidden" name="siteId" value={siteId} />}
          {!isHeld && (
            <TextField
              id={`reason-${siteId ?? teamId}`}
              name="reason"
              label="Reason, as the team reads it"
              maxLength={180}
              autoComplete="off"
              defaultValue={values?.reason}
              error={fields?.reason}
              required
            />
          )}
          <SubmitButton
            variant={isHeld ? "primary" : "danger"}
            className="self-start max-w-full"
            aria-label={`${isHeld ? "Resume" : "Pause"} ${name}`}
          >
            {isHeld ? "Resume" : "Pause"}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
