"use client";

import { useTransition } from "react";
import { Button } from "#app/_components/button.tsx";
import { useToast } from "#app/_components/toaster.tsx";
import { tryRecipientAgainAction } from "#app/_verbs/recipients/try-recipient-again-action.ts";

type TryAgainFormProps = { siteId: string; recipientId: string; email: string };

/** Sends mails to a recipient again. A toast confirms it, because the notice disappears. */
export function TryAgainForm({ siteId, recipientId, email }: TryAgainFormProps) {
  const [busy, start] = useTransition();
  const toast = useToast();
  const tryAgain = (form: FormData) =>
    start(async () => {
      const { error, done } = await tryRecipientAgainAction({}, form);
      toast({ words: error ?? done ?? "" });
    });
  return (
    <form action={tryAgain}>
      <input type="hidden" name="siteId" value={siteId} />
      <input type="hidden" name="recipientId" value={recipientId} />
      <Button type="submit" size="small" aria-disabled={busy}>
        Try again<span className="sr-only"> for {email}</span>
      </Button>
    </form>
  );
}
