"use client";

import { ActionForm } from "#app/_components/action-form.tsx";
import { SubmitButton } from "#app/_components/submit-button.tsx";
import { answerOwnWordsAction } from "#app/_verbs/words/answer-own-words-action.ts";
import { ScopeFields } from "#app/(dashboard)/_words/scope-fields.tsx";
import { UndoWordsButton } from "#app/(dashboard)/_words/undo-words-button.tsx";
import type { OwnWord } from "#prisma/queries/words/find-own-words.ts";
import { plural } from "#worker/core/text/plural.ts";

type OwnWordsQuestionProps = { siteId: string; words: OwnWord[]; canChangeAll: boolean };

/** The words with a checkbox each, and one button. What was answered stays on the screen, with an undo. */
export function OwnWordsQuestion({ siteId, words, canChangeAll }: OwnWordsQuestionProps) {
  return (
    <ActionForm action={answerOwnWordsAction} className="flex flex-col gap-5">
      {({ decisionId }) => (
        <>
          <UndoWordsButton decisionId={decisionId} />
          {words.length > 0 && (
            <>
              <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
                {words.map(({ word, pages, excerpt, isSure }) => (
                  <li key={word}>
                    <label className="flex items-start gap-3 px-4 py-2.5 hover:bg-sunken">
                      <input
                        type="checkbox"
                        name="word"
                        value={word}
                        defaultChecked={isSure}
                        className="mt-1 size-4 shrink-0"
                      />
                      <span className="min-w-0">
                        <span className="font-medium">{word}</span>{" "}
                        <span className="text-sm text-muted">on {plural(pages, "page")}</span>
                        <span className="line-clamp-1 text-sm text-muted">{excerpt}</span>
                      </span>
                    </label>
                  </li>
                ))}
              </ul>
              <ScopeFields siteId={siteId} canChangeAll={canChangeAll} />
              <SubmitButton className="self-start">These are our words</SubmitButton>
            </>
          )}
        </>
      )}
    </ActionForm>
  );
}
