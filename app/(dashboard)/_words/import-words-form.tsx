"use client";

import { type ChangeEvent, useState } from "react";
import { ActionForm } from "#app/_components/action-form.tsx";
import { Field } from "#app/_components/field.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { importWordsAction } from "#app/_verbs/words/import-words-action.ts";
import { RefusedLines } from "#app/(dashboard)/house-style/refused-lines.tsx";
import { LARGEST_FILE } from "#worker/core/view/words/word-file.ts";
import { ScopeFields } from "./scope-fields.tsx";
import { UndoWordsButton } from "./undo-words-button.tsx";

/** Adds the words of a file. A file that is too large is refused before it is sent. */
export function ImportWordsForm({ siteId, canChangeAll }: { siteId: string | null; canChangeAll?: boolean }) {
  const [isTooLarge, setTooLarge] = useState(false);
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => setTooLarge((target.files?.[0]?.size ?? 0) > LARGEST_FILE);
  return (
    <ActionForm action={importWordsAction} className="flex flex-col gap-4">
      {({ fields, refused, values, decisionId }) => (
        <>
          <Field
            id="file"
            label="File"
            hint="Plain text with one word on each line, or a Hunspell dictionary (.dic), in UTF-8, up to 900 kB. Entries such as “vlog/S” are added with their endings."
            error={isTooLarge ? "This file is larger than 900 kB. Split it, and import the parts." : fields?.file}
          >
            {(control) => (
              <input
                type="file"
                name="file"
                accept=".txt,.dic,text/plain"
                required
                onChange={onChange}
                className="control py-2"
                {...control}
              />
            )}
          </Field>
          <ScopeFields siteId={siteId} scope={values?.scope} canChangeAll={canChangeAll} />
          {refused && refused.length > 0 && <RefusedLines refused={refused} />}
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant="secondary" disabled={isTooLarge}>
              Import
            </SubmitButton>
            <UndoWordsButton decisionId={decisionId} />
          </div>
        </>
      )}
    </ActionForm>
  );
}
