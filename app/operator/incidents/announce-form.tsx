"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextAreaField, TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { announceIncidentAction } from "#app/_verbs/operating/announce-incident-action.ts";

/** Announces an incident. Its times are in UTC, because operators may be anywhere. */
export function AnnounceForm() {
  return (
    <ActionForm action={announceIncidentAction} className="flex max-w-2xl flex-col gap-4">
      {({ fields, values }) => (
        <>
          <TextAreaField
            name="text"
            label="What customers notice"
            hint="What does not work, since when, and what to do meanwhile."
            defaultValue={values?.text}
            error={fields?.text}
            required
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              name="startsAt"
              type="datetime-local"
              label="From (UTC)"
              hint="Empty: now."
              defaultValue={values?.startsAt}
              error={fields?.startsAt}
            />
            <TextField
              name="endsAt"
              type="datetime-local"
              label="Until (UTC)"
              hint="Empty: until you end it."
              defaultValue={values?.endsAt}
              error={fields?.endsAt}
            />
          </div>
          <SubmitButton className="self-start">Announce</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
