"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { changeSwitchAction } from "#app/_verbs/operating/change-switch-action.ts";

/** Switches one part of the service. */
export function SwitchForm({ name, label, isOn }: { name: string; label: string; isOn: boolean }) {
  return (
    <ActionForm action={changeSwitchAction} className="flex max-w-xl flex-col gap-3">
      {({ fields }) => (
        <>
          <input type="hidden" name="name" value={name} />
          <input type="hidden" name="to" value={isOn ? "off" : "on"} />
          <TextField
            id={`reason-${name}`}
            name="reason"
            label="Reason for the log (optional)"
            maxLength={180}
            error={fields?.reason}
          />
          <SubmitButton variant={isOn ? "danger" : "primary"} className="self-start">
            {isOn ? `Switch off: ${label}` : `Switch on: ${label}`}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
