"use client";

import { useTransition } from "react";
import { Button } from "#app/_components/button.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import { removeRecipientAction } from "#app/_verbs/recipients/remove-recipient-action.ts";

type RemoveRecipientFormProps = { siteId: string; recipientId: string; email: string };

/** Removes a recipient. A toast confirms it, because the entry disappears. */
export function RemoveRecipientForm({ siteId, recipientId, email }: RemoveRecipientFormProps) {
  const [busy, start] = useTransition();
  const toast = useToast();
  const remove = (form: FormData) =>
    start(async () => {
      const { error, done } = await removeRecipientAction({}, form);
      toast({ words: error ?? done ?? "" });
    });
  return (
    <form action={remove}>
      <input type="hidden" name="siteId" value={siteId} />
      <input type="hidden" name="recipientId" value={recipientId} />
      <Button type="submit" size="small" variant="quiet" aria-disabled={busy}>
        Remove<span className="sr-only"> {email}</span>
      </Button>
    </form>
  );
}
