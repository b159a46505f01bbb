"use client";

import { X } from "lucide-react";
import { useTransition } from "react";
import { useToast } from "#app/_components/toaster.tsx";
import { removeWordAction } from "#app/_verbs/words/remove-word-action.ts";
import type { WordView } from "#prisma/queries/words/find-words.ts";

/** Words of one dictionary, each with a button that removes it. */
export function WordList({ words, canChange }: { words: WordView[]; canChange: boolean }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {words.map((word) => (
        <li key={word.id} className="flex min-w-0 items-center rounded-full border border-line bg-surface py-1 pr-1 pl-3">
          <span className="min-w-0 pr-2 break-words">
            {word.word}
            {word.withEndings && <span className="text-muted"> + endings</span>}
          </span>
          {canChange && <RemoveButton word={word} />}
        </li>
      ))}
    </ul>
  );
}

function RemoveButton({ word }: { word: WordView }) {
  const [busy, start] = useTransition();
  const toast = useToast();
  const remove = () =>
    start(async () => {
      const { error } = await removeWordAction({ siteId: word.siteId, word: word.word, everySite: word.siteId === null });
      toast({ words: error ?? `We removed “${word.word}” from the dictionary. It counts as a spelling mistake again.` });
    });
  return (
    <button
      type="button"
      onClick={() => !busy && remove()}
      aria-disabled={busy}
      className="grid size-7 shrink-0 place-items-center rounded-full text-muted hover:bg-sunken hover:text-ink"
    >
      <X aria-hidden className="size-3.5" />
      <span className="sr-only">Remove {word.word}</span>
    </button>
  );
}
