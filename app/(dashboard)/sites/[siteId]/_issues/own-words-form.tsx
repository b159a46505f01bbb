"use client";

import { BookPlus } from "lucide-react";
import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { addWordsAction } from "#app/_verbs/words/add-words-action.ts";

/** A button that adds these words to the site's dictionary. */
export function OwnWordsForm({ siteId, words }: { siteId: string; words: string[] }) {
  return (
    <ActionForm action={addWordsAction} className="mt-3 flex flex-col gap-3">
      {({ fields }) => (
        <>
          <input type="hidden" name="siteId" value={siteId} />
          <input type="hidden" name="scope" value="site" />
          <input type="hidden" name="words" value={words.join("\n")} />
          {fields?.words && <p role="alert">{fields.words}</p>}
          <SubmitButton variant="secondary" className="self-start">
            <BookPlus aria-hidden className="size-4" />
            Add {words.length === 1 ? "it" : `all ${words.length}`} to the dictionary
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
