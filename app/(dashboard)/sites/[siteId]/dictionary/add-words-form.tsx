"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { TextAreaField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { addWordsAction } from "#app/_verbs/add-words-action.ts";

/** Adds typed or pasted words for this site or all of the team's. */
export function AddWordsForm({ siteId }: { siteId: string }) {
  return (
    <ActionForm action={addWordsAction} className="flex flex-col gap-4">
      {({ values, fields }) => (
        <>
          <input type="hidden" name="siteId" value={siteId} />
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
          <fieldset className="flex flex-wrap gap-x-6 gap-y-2" key={values?.scope}>
            <legend className="sr-only">Accept them on</legend>
            <Scope value="site" name="This site" checked={values?.scope !== "team"} />
            <Scope value="team" name="All my sites" checked={values?.scope === "team"} />
          </fieldset>
          <SubmitButton className="self-start">Add words</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

function Scope({ value, name, checked }: { value: string; name: string; checked: boolean }) {
  return (
    <label className="flex items-center gap-2">
      <input type="radio" name="scope" value={value} defaultChecked={checked} className="size-4" />
      {name}
    </label>
  );
}
