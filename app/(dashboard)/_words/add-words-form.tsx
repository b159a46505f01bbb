"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextAreaField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { addWordsAction } from "#app/_verbs/words/add-words-action.ts";
import { ScopeFields } from "./scope-fields.tsx";
import { UndoWordsButton } from "./undo-words-button.tsx";

/** Adds typed or pasted words for one site or, without one, for all of the team's. */
export function AddWordsForm({ siteId, canChangeAll }: { siteId: string | null; canChangeAll?: boolean }) {
  return (
    <ActionForm action={addWordsAction} className="flex flex-col gap-4">
      {({ values, fields, decisionId }) => (
        <>
          <TextAreaField
            name="words"
            label="Words"
            hint="Write one word on each line, or separate them with commas."
            defaultValue={values?.words}
            error={fields?.words}
            spellCheck={false}
            autoCapitalize="none"
            rows={3}
            required
          />
          <label className="flex items-start gap-2">
            <input type="checkbox" name="withEndings" defaultChecked={values?.withEndings === "on"} className="mt-1 size-4" />
            <span>
              With English endings
              <span className="block text-sm text-muted">“vlog” also accepts “vlogs”, “vlogged” and “vlogging”.</span>
            </span>
          </label>
          <ScopeFields siteId={siteId} scope={values?.scope} canChangeAll={canChangeAll} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton>Add words</SubmitButton>
            <UndoWordsButton decisionId={decisionId} />
          </div>
        </>
      )}
    </ActionForm>
  );
}
