"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { Examples } from "#app/_components/examples.tsx";
import { TextAreaField } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { changeIgnoredLinksAction } from "#app/_verbs/sites/change-ignored-links-action.ts";

/** Link targets that are not checked, one on each line. */
export function IgnoredLinksForm({ siteId, ignoredLinks }: { siteId: string; ignoredLinks: string[] }) {
  return (
    <ActionForm action={changeIgnoredLinksAction}>
      {({ values, fields }) => (
        <>
          <input type="hidden" name="siteId" value={siteId} />
          <TextAreaField
            name="ignoredLinks"
            label="Do not check links to"
            hint={
              <Examples lines={["partner.example", "https://partner.example/old-page", "*.pdf", "*/wp-admin/*"]}>
                Write one site, address or pattern on each line; * matches anything. For example
              </Examples>
            }
            defaultValue={values?.ignoredLinks ?? ignoredLinks.join("\n")}
            error={fields?.ignoredLinks}
            spellCheck={false}
            autoCapitalize="none"
            rows={4}
          />
          <SubmitButton className="self-start">Save</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
