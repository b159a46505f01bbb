"use client";

import type { FormState } from "#app/_lib/forms/run-action.ts";
import type { RhythmView } from "#prisma/queries/rhythms/find-rhythms.ts";
import { CHECK_IDS, CHECK_KINDS } from "#worker/core/checks/check-kinds.ts";
import { RHYTHM_WORDS, RHYTHMS, SUMMARY_HOUR } from "#worker/core/digest/rhythm.ts";
import { ActionForm } from "./action-form.tsx";
import { SelectField } from "./field.tsx";
import { SubmitButton } from "./submit-button.tsx";

type RhythmFormProps = {
  action(previous: FormState, form: FormData): Promise<FormState>;
  /** Hidden fields that say whose rhythm it is. */
  hidden: Readonly<Record<string, string>>;
  /** Makes ids unique on the page. */
  id: string;
  rhythm: RhythmView | null;
};

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Chooses how often a person gets mail, when, and about which checks. */
export function RhythmForm({ action, hidden, id, rhythm }: RhythmFormProps) {
  const checks = new Set(rhythm?.checks ?? []);
  return (
    <ActionForm action={action} className="flex flex-col gap-4">
      {({ fields }) => (
        <>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              id={`rhythm-${id}`}
              key={`rhythm-${rhythm?.rhythm}`}
              name="rhythm"
              label="How often"
              defaultValue={rhythm?.rhythm ?? "at_once"}
            >
              {RHYTHMS.map((each) => (
                <option key={each} value={each}>
                  {RHYTHM_WORDS[each]}
                </option>
              ))}
            </SelectField>
            <SelectField
              id={`hour-${id}`}
              key={`hour-${rhythm?.hour}`}
              name="hour"
              label="Summaries at"
              defaultValue={rhythm?.hour ?? SUMMARY_HOUR}
            >
              {HOURS.map((each) => (
                <option key={each} value={each}>
                  {String(each).padStart(2, "0")}:00
                </option>
              ))}
            </SelectField>
          </div>
          <fieldset aria-describedby={fields?.checks ? `checks-${id}` : undefined}>
            <legend className="mb-1.5 font-medium">About</legend>
            <div className="flex flex-wrap gap-x-5">
              {CHECK_IDS.map((check) => (
                <label key={check} className="flex min-h-9 items-center gap-2">
                  <input
                    type="checkbox"
                    name={check}
                    defaultChecked={checks.size === 0 || checks.has(check)}
                    className="size-4"
                  />
                  {CHECK_KINDS[check].heading}
                </label>
              ))}
            </div>
            {fields?.checks && (
              <p id={`checks-${id}`} role="alert" className="text-sm text-danger">
                {fields.checks}
              </p>
            )}
          </fieldset>
          <SubmitButton variant="secondary" className="self-start">
            Save
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
