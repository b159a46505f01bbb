"use client";

import { Undo2 } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "#app/_components/button.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import { undoWordsAction } from "#app/_verbs/words/undo-words-action.ts";

/** A button that takes back the words that were just added; nothing without them. */
export function UndoWordsButton({ decisionId }: { decisionId: string | undefined }) {
  const [undone, setUndone] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const toast = useToast();
  if (decisionId === undefined || decisionId === undone) return null;
  const undo = () =>
    start(async () => {
      const { error, done } = await undoWordsAction({ decisionId });
      if (!error) setUndone(decisionId);
      toast({ words: error ?? done ?? "" });
    });
  return (
    <Button aria-disabled={busy} onClick={() => !busy && undo()}>
      <Undo2 aria-hidden className="size-4" /> Undo
    </Button>
  );
}
