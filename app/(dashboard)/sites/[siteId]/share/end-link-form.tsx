"use client";

import { useTransition } from "react";
import { Button } from "#app/_components/button.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import { endShareLinkAction } from "#app/_verbs/sharing/end-share-link-action.ts";

type EndLinkFormProps = {
  siteId: string;
  linkId: string;
  name: string;
  /** True if it has expired and is only listed. */
  isOver: boolean;
};

/** Ends a secret address. A toast confirms it, because the entry disappears. */
export function EndLinkForm({ siteId, linkId, name, isOver }: EndLinkFormProps) {
  const [busy, start] = useTransition();
  const toast = useToast();
  const end = (form: FormData) =>
    start(async () => {
      const { error, done } = await endShareLinkAction({}, form);
      toast({ words: error ?? done ?? "" });
    });
  return (
    <form action={end}>
      <input type="hidden" name="siteId" value={siteId} />
      <input type="hidden" name="linkId" value={linkId} />
      <Button type="submit" size="small" variant="quiet" aria-disabled={busy}>
        {isOver ? "Remove" : "End"}
        <span className="sr-only"> {name}</span>
      </Button>
    </form>
  );
}
