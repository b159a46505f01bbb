"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SelectField, TextField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { changeGeneralSettingsAction } from "#app/_verbs/sites/change-general-settings-action.ts";
import type { SiteView } from "#prisma/queries/sites/find-site.ts";
import { LANGUAGE_NAMES } from "#worker/core/language/languages.ts";

/** Name and language of a site. A select gets a new `key` with its value, because React resets it to its initial value. */
export function GeneralForm({ site }: { site: SiteView }) {
  return (
    <ActionForm action={changeGeneralSettingsAction}>
      {({ values, fields }) => {
        const language = values?.language ?? site.language;
        return (
          <>
            <input type="hidden" name="siteId" value={site.id} />
            <TextField
              name="name"
              label="Name"
              defaultValue={values?.name ?? site.name}
              error={fields?.name}
              maxLength={100}
              autoComplete="off"
              required
            />
            <SelectField key={language} name="language" label="Language" defaultValue={language} error={fields?.language}>
              <option value="auto">As each page declares</option>
              {Object.entries(LANGUAGE_NAMES).map(([tag, name]) => (
                <option key={tag} value={tag}>
                  {name}
                </option>
              ))}
            </SelectField>
            <SubmitButton className="self-start">Save</SubmitButton>
          </>
        );
      }}
    </ActionForm>
  );
}
